import type { Tensor } from '../../../tensor/tensor';
import type { TorchTensor } from './torchTensor';

/** Derivative of a result by each input, times the derivative of the loss by the result; null for none. */
export type Backward = (grad: Tensor) => readonly (Tensor | null)[];

/** How a tensor was made, as autograd remembers it. */
export interface GradNode {
  /** As in a print: `LogSoftmaxBackward0`. */
  readonly name: string;
  readonly inputs: readonly TorchTensor[];
  readonly backward: Backward;
  /** True when it keeps values for the way back, which are freed after it. */
  readonly saves: boolean;
  isFreed: boolean;
  /** Set when something that was not evaluated may have changed what it keeps. */
  isUnsure: boolean;
  /** Versions of the inputs' memory when it was made. */
  readonly versions: readonly number[];
}
