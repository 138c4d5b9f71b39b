import type { Tensor } from '../tensor/tensor';

export type Reduction = 'none' | 'mean' | 'sum';
export type KlReduction = Reduction | 'batchmean';

export interface NllLossOptions {
  /** (C): rescaling weight of each class. */
  readonly weight?: Tensor | null;
  /** Target value that is left out; -100 unless said. */
  readonly ignoreIndex?: number;
  /** `mean` unless said. */
  readonly reduction?: Reduction;
}

export interface CrossEntropyLossOptions extends NllLossOptions {
  /** In [0, 1]; 0 unless said. */
  readonly labelSmoothing?: number;
}

export interface KlDivLossOptions {
  readonly reduction?: KlReduction;
  /** True when `target` holds log-probabilities. */
  readonly logTarget?: boolean;
}

/** What PyTorch raises: its exception type and its message, word for word. */
export interface TorchError {
  readonly type: 'RuntimeError' | 'ValueError' | 'IndexError' | 'TypeError' | 'NotImplementedError';
  readonly message: string;
  /**
   * Set when it is evident what was meant: the PyTorch code that says it (`target.long()`), to which the
   * result's values belong. Null when the result has no value.
   */
  readonly correction: string | null;
}

/**
 * Result of a loss. `output` and `gradInput` are null when PyTorch raises and no meaning is evident.
 *
 * - `output`: () for 'mean' and 'sum', else the shape of the unreduced loss.
 * - `gradInput`: shape of the input; derivative of `output`, of its sum for 'none'.
 * - `perSample`: the unreduced loss, whatever the reduction.
 * - `totalWeight`: the divisor of 'mean' (summed weights of the targets that count, or a count of positions).
 *
 * Values are float64, not yet rounded to `output.dtype`, which is the dtype that PyTorch would give.
 */
export interface LossResult {
  readonly output: Tensor | null;
  readonly gradInput: Tensor | null;
  readonly perSample: Tensor | null;
  readonly totalWeight: number;
  readonly error?: TorchError;
}
