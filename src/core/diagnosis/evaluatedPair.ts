import type { Reduction } from '../loss/lossTypes';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import type { TextRange } from '../textRange';
import type { Description } from './description';

export type Role = 'input' | 'target' | 'weight' | 'other';

/** One tensor of the text with the part that it plays. */
export interface EvaluatedTensor extends TextRange {
  /** After the operations written around the literal, rounded to its dtype as PyTorch would hold it. */
  readonly tensor: Tensor;
  /** The same before the user's edits and the temperature; the same object as `tensor` where there are none. */
  readonly unedited: Tensor;
  readonly role: Role;
  /** Why it has this role, for people: `named "logits"`, `second argument of NLLLoss`, `int64 of shape (2)`. */
  readonly roleReason: string;
  readonly name: string | null;
  /** Index into `ParsedText.literals`; null for a target that was assumed. */
  readonly literal: number | null;
  readonly description: Description;
  /** True for the stand-in target (argmax of each row) that is used when the text has none. */
  readonly isAssumed: boolean;
}

/**
 * PyTorch's default, inferred from the numbers, written in the text, or set by the user; `unknown` when the text gives it a
 * value that is not evaluated, so that the default stands in.
 */
export type OptionOrigin = 'default' | 'inferred' | 'text' | 'user' | 'unknown';

/** The options that were used, and where each came from. */
export interface UsedOptions {
  readonly reduction: Reduction;
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
  readonly weight: Tensor | null;
  readonly dtype: DType;
  readonly origin: Readonly<
    Record<'reduction' | 'ignoreIndex' | 'labelSmoothing' | 'weight' | 'dtype', OptionOrigin>
  >;
}
