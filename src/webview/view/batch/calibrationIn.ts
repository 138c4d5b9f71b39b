import { type Calibration, calibrationOf } from '../../../core';
import type { ReportParts } from '../reportParts';
import type { UsedProbabilities } from './usedProbabilities';

/**
 * Calibration of the predicted classes of a batch by the probabilities that a loss takes its input for; null where
 * there is no target to be right about. Ignored samples are left out, and those of nan.
 */
export function calibrationIn(
  { evaluation, samples }: Pick<ReportParts, 'evaluation' | 'samples'>,
  { logProbs }: UsedProbabilities,
  binCount: number,
): Calibration | null {
  const { predicted, accuracy } = evaluation.batch ?? {};
  if (!predicted || !accuracy) return null;
  // Log-probabilities of few written digits can lie above 0 by the last of them.
  const confidence = predicted.map((klass, sample) =>
    Math.min(1, Math.exp(logProbs.data[samples.offsetOf(sample, klass)])),
  );
  const isRight = predicted.map((klass, sample) =>
    accuracy.target[sample] < 0 ? Number.NaN : Number(accuracy.target[sample] === klass),
  );
  return calibrationOf(confidence, isRight, binCount);
}
