import { castTensor } from '../../../tensor/castTensor';
import type { DType } from '../../../tensor/dtype';
import { contiguousStrides, numelOf } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import type { TextRange } from '../../../textRange';
import { NotEvaluated } from '../../values/pythonError';
import { notKnown, PyObject } from '../../values/values';
import type { GradNode } from './gradNode';

/** Memory that several tensors may look at. `version` counts the writes. */
export class Memory {
  version = 0;
  /** Whether several tensors have looked at it. */
  isShared = false;
  /** Made in `torch.inference_mode()`. */
  isInference = false;
  /** Why nobody knows its values until it is written over, as random numbers without a seed; null while they are known. */
  unset: string | null = null;
  /** The first statement that was not evaluated and may have written to it; null while it is known. */
  unknownSince: TextRange | null = null;
  constructor(readonly data: Float64Array) {}

  /** Memory of its own with the same values. */
  copy(): Memory {
    const copy = new Memory(this.data.slice());
    copy.unset = this.unset;
    return copy;
  }
}

/** Writes values at positions of a memory, each of them once. */
export function writeAt(memory: Memory, positions: Int32Array, values: Float64Array): void {
  for (let i = 0; i < positions.length; i++) memory.data[positions[i]] = values[i];
  memory.version++;
  if (positions.length === memory.data.length) memory.unset = null;
}

/** How a tensor looks at its memory, in elements. */
export interface View {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** A tensor of PyTorch, or an array of NumPy, as Python code sees it: a view of memory, with a place in the graph. */
export class TorchTensor extends PyObject {
  readonly typeName: string;
  requiresGrad = false;
  /** Null for a leaf. */
  node: GradNode | null = null;
  grad: TorchTensor | null = null;
  retainsGrad = false;
  isParameter = false;
  /** The tensor of which this is the last known state; null for any other. */
  lastOf: TorchTensor | null = null;
  /** The tensor that this is a view of; null for one that has its own memory. */
  base: TorchTensor | null = null;
  /** It shares its memory by `detach()`, which autograd does not take for a view. */
  isDetached = false;
  /** Set when something that was not evaluated may have gone backward through it. */
  isGradUnknown = false;

  constructor(
    private heldMemory: Memory,
    private heldView: View,
    public dtype: DType,
    readonly library: 'torch' | 'numpy' = 'torch',
  ) {
    super();
    this.typeName = library === 'torch' ? 'Tensor' : 'numpy.ndarray';
  }

  /** A tensor with memory of its own over `tensor.data`, whose values are rounded to its dtype. */
  static of(tensor: Tensor, library: 'torch' | 'numpy' = 'torch'): TorchTensor {
    const { data } = castTensor(tensor, tensor.dtype);
    return new TorchTensor(new Memory(data), contiguousView(tensor.shape), tensor.dtype, library);
  }

  override get key(): string | null {
    return this.library === 'torch' ? super.key : null;
  }

  override get isUnknown(): boolean {
    return this.unknownSince !== null || this.heldMemory.unknownSince !== null;
  }

  get memory(): Memory {
    if (this.isUnknown) throw notKnown();
    return this.heldMemory;
  }

  /** The memory, whether its values are known or not. */
  get lastMemory(): Memory {
    return this.heldMemory;
  }

  /** The tensor as it was when it was last known. */
  get asLastKnown(): TorchTensor {
    const last = new TorchTensor(this.heldMemory.copy(), this.heldView, this.dtype, this.library);
    last.requiresGrad = this.requiresGrad;
    last.node = this.node;
    last.lastOf = this;
    return last;
  }

  get view(): View {
    if (this.isUnknown) throw notKnown();
    return this.heldView;
  }

  /** `tensor.data = other`: it looks at the other's memory from then on, its place in the graph stays. */
  lookAt(other: TorchTensor): void {
    // What was computed from the tensor before must not take the new values for those that it had.
    other.memory.version = Math.max(other.memory.version, this.heldMemory.version) + 1;
    this.heldMemory = other.memory;
    this.heldView = other.view;
    this.dtype = other.dtype;
    other.memory.isShared = true;
  }

  /** `unsqueeze_()` and its kin give the tensor another one. */
  set view(view: View) {
    this.heldView = view;
  }

  get shape(): readonly number[] {
    return this.view.shape;
  }

  get dimCount(): number {
    return this.view.shape.length;
  }

  get numel(): number {
    return numelOf(this.view.shape);
  }

  get isContiguous(): boolean {
    const { shape, strides } = this.view;
    const expected = contiguousStrides(shape);
    return numelOf(shape) === 0 || shape.every((size, dim) => size === 1 || strides[dim] === expected[dim]);
  }

  /** The values in row-major order; shares the memory where it is laid out so. Not to be written to. */
  dense(): Tensor {
    const { values, view, dtype } = this;
    const { shape, offset } = view;
    const numel = numelOf(shape);
    if (this.isContiguous) {
      const whole = offset === 0 && values.length === numel;
      return { data: whole ? values : values.subarray(offset, offset + numel), shape, dtype };
    }
    const positions = positionsOf(view);
    const data = new Float64Array(numel);
    for (let i = 0; i < numel; i++) data[i] = values[positions[i]];
    return { data, shape, dtype };
  }

  /** The only element. */
  item(): number {
    return this.values[this.view.offset];
  }

  /** The numbers of its memory, to be read. */
  get values(): Float64Array {
    const { data, unset } = this.memory;
    if (unset !== null) throw new NotEvaluated(unset);
    return data;
  }

  /** A leaf over the same memory. */
  viewedAlone(): TorchTensor {
    return new TorchTensor(this.memory, this.view, this.dtype, this.library);
  }

  /** Another look at the same memory, outside of the graph. */
  viewed(view: View): TorchTensor {
    const other = new TorchTensor(this.memory, view, this.dtype, this.library);
    other.base = this.base ?? this;
    this.memory.isShared = true;
    return other;
  }
}

export function contiguousView(shape: readonly number[]): View {
  return { shape, strides: contiguousStrides(shape), offset: 0 };
}

/** Position in memory of each element, in row-major order. */
export function positionsOf({ shape, strides, offset }: View): Int32Array {
  let positions = Int32Array.of(offset);
  shape.forEach((size, dim) => {
    const next = new Int32Array(positions.length * size);
    let at = 0;
    for (const position of positions) {
      for (let i = 0; i < size; i++) next[at++] = position + i * strides[dim];
    }
    positions = next;
  });
  return positions;
}
