import type { Tensor } from '../../../tensor/tensor';
import type { TorchTensor } from './torchTensor';

/** Derivative of a result by each input, times the derivative of the loss by the result; null for none. */
export type Backward = (grad: Tensor) => readonly (Tensor | null)[];

/** Where a derivative goes on to: how a tensor was made, or the leaf that it is; null where none is asked for. */
export type Edge = GradNode | TorchTensor | null;

/** How a tensor was made, as autograd remembers it. */
export interface GradNode {
  /** As in a print: `LogSoftmaxBackward0`. */
  readonly name: string;
  readonly inputs: readonly TorchTensor[];
  /** How the inputs were made when it was made: writing into one of them later does not change that. */
  readonly edges: readonly Edge[];
  /** What it made. */
  tensor: TorchTensor;
  readonly backward: Backward;
  /** True when it keeps values for the way back, which are freed after it. */
  readonly saves: boolean;
  isFreed: boolean;
  /** Set when something that was not evaluated may have changed what it keeps. */
  isUnsure: boolean;
  /** Versions of the inputs' memory when it was made. */
  readonly versions: readonly number[];
}
