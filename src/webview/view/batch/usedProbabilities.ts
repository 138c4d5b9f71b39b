import { type LossKey, lossKeys, type Tensor, verdictOf } from '../../../core';
import type { ReportParts } from '../reportParts';

/** The probabilities that a loss takes its input for. */
export interface UsedProbabilities {
  /** What is done to the input to have them, as written in code. */
  readonly code: 'softmax(input)' | 'exp(input)';
  /** Natural log, shape of the input. */
  readonly logProbs: Tensor;
  /** False where they are no probabilities of the model for certain, null where it is open. */
  readonly isFitting: boolean | null;
  /** The other loss, where the input fits that one; else null. */
  readonly fittingLoss: LossKey | null;
}

/** Null for an evaluation without losses. */
export function usedProbabilities(
  loss: LossKey,
  { evaluation, input }: Pick<ReportParts, 'evaluation' | 'input'>,
): UsedProbabilities | null {
  const { logProbs } = evaluation;
  if (!logProbs) return null;
  const fits = (key: LossKey) => ['right', 'harmless'].includes(verdictOf(key, input));
  const isWrong = verdictOf(loss, input) === 'wrong';
  return {
    code: loss === 'crossEntropyLoss' ? 'softmax(input)' : 'exp(input)',
    logProbs: loss === 'crossEntropyLoss' ? logProbs : input.tensor,
    isFitting: isWrong ? false : fits(loss) || null,
    fittingLoss: lossKeys.find((key) => key !== loss && fits(key)) ?? null,
  };
}
