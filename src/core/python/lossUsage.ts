import type { KlReduction } from '../loss/lossTypes';
import type { LiteralOperation } from '../text/literal';
import type { TextRange } from '../textRange';

export type LossName = 'CrossEntropyLoss' | 'NLLLoss' | 'KLDivLoss';

/** An argument of a call, followed back to the literal that it holds. */
export interface Argument extends TextRange {
  /** Index of the literal; null when the argument is not built from one by known operations. */
  readonly literal: number | null;
  /** Operations applied to the literal's own value on the way to the call, innermost first. */
  readonly operations: readonly LiteralOperation[];
}

/** Options as written in the constructor or the call; what is not written is absent. */
export interface WrittenOptions {
  /** As written: PyTorch refuses what it does not know. */
  readonly reduction?: KlReduction | (string & {});
  readonly ignoreIndex?: number;
  readonly labelSmoothing?: number;
  readonly weight?: Argument;
  /** Some option is written in a way that is not read. */
  readonly hasUnread?: boolean;
}

/** One call of a loss on tensors: `criterion(logits, target)` or `F.nll_loss(log_probs, target)`. */
export interface LossCall extends TextRange {
  readonly loss: LossName;
  readonly input: Argument;
  readonly target: Argument | null;
  readonly options: WrittenOptions;
  /** The whole `loss.backward()` on the result, when there is one. */
  readonly backward: TextRange | null;
}

/** How a Python text uses the losses. */
export interface LossUsage {
  readonly calls: readonly LossCall[];
  /** `nn.CrossEntropyLoss(x, y)`: tensors given to the constructor. */
  readonly constructorCalls: readonly (TextRange & { readonly loss: LossName })[];
  /** The text names a loss, so that a tensor without a followed call may still go to one. */
  readonly namesLoss?: boolean;
  /** The text says something of requires_grad, maybe beyond what stands at a literal. */
  readonly namesGrad?: boolean;
}

export const noLossUsage: LossUsage = { calls: [], constructorCalls: [] };
