import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import type { Tensor } from '../../../tensor/tensor';
import { LimitReached } from '../../values/pythonError';
import { refused } from '../refused';
import type { Backward } from './gradNode';
import type { LossListener } from './lossInputs';
import type { RandomGenerator } from './randomGenerator';
import { type Memory, TorchTensor, type View } from './torchTensor';

/** Elements that a run may make in all. */
const maxElements = 2e7;

/** What operations share: whether the graph is recorded, and how much they may still make. */
export class TorchContext {
  isGradEnabled = true;
  /** In `torch.inference_mode()`: what is made then takes no part in the graph ever. */
  isInference = false;
  /** False after a backward() that was not evaluated. */
  areGradsKnown = true;
  /** Since `torch.manual_seed`; null where code that is not evaluated may have drawn from it. */
  random: RandomGenerator | null = null;
  private elements = 0;

  constructor(
    /** How many tensors with names look at a memory. */
    readonly countHolders: (memory: Memory) => number,
    readonly onLoss: LossListener,
    /** Counts work in elements that are touched; throws when there was too much. */
    readonly work: (elements: number) => void = () => {},
  ) {}

  /** To be called before memory is taken. */
  charge(numel: number): void {
    this.elements += numel;
    if (!(this.elements <= maxElements)) throw new LimitReached('elements');
    this.work(numel);
  }

  /** The result of an operation, rounded to its dtype, outside of the graph. */
  make(tensor: Tensor, like?: TorchTensor): TorchTensor {
    this.charge(tensor.data.length);
    const result = TorchTensor.of(tensor, like?.library);
    result.memory.isInference = this.isInference;
    return result;
  }

  /** The result of an operation on `inputs`, with a place in the graph when one of them requires grad. */
  record(
    tensor: Tensor,
    name: string,
    inputs: readonly TorchTensor[],
    backward: Backward,
    saves = true,
  ): TorchTensor {
    return this.connect(this.make(tensor, inputs[0]), name, inputs, backward, saves);
  }

  /** A view of `input`, with its place in the graph. */
  recordView(input: TorchTensor, view: View, name: string, backward: (grad: Tensor) => Tensor): TorchTensor {
    return this.connect(input.viewed(view), name, [input], (grad) => [backward(grad)], false);
  }

  private connect(
    result: TorchTensor,
    name: string,
    inputs: readonly TorchTensor[],
    backward: Backward,
    saves: boolean,
  ): TorchTensor {
    const requiresGrad = this.isGradEnabled && inputs.some((input) => input.requiresGrad);
    if (!requiresGrad || !isFloatingPoint(result.dtype)) return result;
    if (saves && inputs.some(({ memory }) => memory.isInference)) throw refused(name);
    result.requiresGrad = true;
    const versions = inputs.map(({ memory }) => memory.version);
    const rounded: Backward = (grad) =>
      backward(grad).map((one, i) => one && castTensor(one, inputs[i].dtype));
    const edges = inputs.map((input) => (input.requiresGrad ? (input.node ?? input) : null));
    const state = { saves, isFreed: false, isUnsure: false };
    result.node = { name, inputs, edges, tensor: result, backward: rounded, ...state, versions };
    return result;
  }
}
