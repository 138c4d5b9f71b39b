import type { LossName, LossOptionName } from '../../lossUsage';
import type { TorchTensor } from './torchTensor';

/** Everything that a loss is called with. */
export interface LossInputs {
  readonly input: TorchTensor;
  readonly target: TorchTensor;
  readonly weight: TorchTensor | null;
  readonly ignoreIndex: number;
  readonly reduction: string;
  readonly labelSmoothing: number;
  readonly logTarget: boolean;
  /** Options whose value was not evaluated, in PyTorch's words; they stand here with their default. */
  readonly unknownOptions: readonly LossOptionName[];
  /** PyTorch takes no such call, for one of the tensors is none. */
  readonly isRefused: boolean;
}

/** Told of every loss that is called. */
export type LossListener = (name: LossName, inputs: LossInputs) => void;
