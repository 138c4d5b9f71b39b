import type { LossResult } from '../loss/lossTypes';
import type { LossCall, LossUsage } from '../python/lossUsage';
import type { LiteralOperation, TensorLiteral } from '../text/literal';
import type { EvaluatedTensor, UsedOptions } from './evaluatedPair';
import type { Finding } from './finding';

/** What a rule may look at: one evaluated pair. Ranges are those of the text. */
export interface RuleContext {
  readonly input: EvaluatedTensor;
  readonly inputLiteral: TensorLiteral;
  readonly inputOperations: readonly LiteralOperation[];
  readonly target: EvaluatedTensor;
  readonly targetLiteral: TensorLiteral | null;
  readonly options: UsedOptions;
  readonly crossEntropyLoss: LossResult;
  readonly nllLoss: LossResult;
  readonly nllLossOfLogSoftmax: Pick<LossResult, 'output'>;
  /** The call in the text that gets this pair; null when the text calls no loss on it. */
  readonly call: LossCall | null;
  readonly usage: LossUsage;
}

/** Looks at one thing and returns what it found; nothing found is no proof that all is well. */
export type Rule = (context: RuleContext) => readonly Finding[];
