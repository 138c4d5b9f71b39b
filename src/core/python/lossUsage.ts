import type { Reduction } from '../loss/lossTypes';
import type { TextRange } from '../textRange';

export type LossName = 'CrossEntropyLoss' | 'NLLLoss' | 'KLDivLoss';

/** An argument of a call as written: a plain name, or an expression (its range tells which literal is in it). */
export interface Argument extends TextRange {
  readonly name: string | null;
}

/** One call of a loss on tensors, `criterion(logits, target)` or `F.nll_loss(log_probs, target)`. */
export interface LossCall extends TextRange {
  readonly loss: LossName;
  /** The part that names the loss, for a quick fix. */
  readonly callee: TextRange;
  readonly input: Argument;
  readonly target: Argument | null;
  /** Options as written in the constructor or the call; what is not written is absent. */
  readonly reduction?: Reduction | 'batchmean';
  readonly ignoreIndex?: number;
  readonly labelSmoothing?: number;
  readonly weight?: Argument;
  /** Variable that receives the result, or null. */
  readonly resultName: string | null;
  /** `backward()` on the result, when there is one. */
  readonly backward: TextRange | null;
}

/** How a Python text uses the losses. */
export interface LossUsage {
  readonly calls: readonly LossCall[];
  /** `nn.CrossEntropyLoss(x, y)`: tensors given to the constructor. */
  readonly constructorCalls: readonly (TextRange & { readonly loss: LossName })[];
}

export const noLossUsage: LossUsage = { calls: [], constructorCalls: [] };
