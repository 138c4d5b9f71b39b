import type { LossKey } from '../../../core';
import type { ReportParts } from '../reportParts';

/** What is known of each sample, by its flat index. */
export interface SampleFacts {
  readonly count: number;
  /** `input.argmax(1)`; null without classes. */
  predicted(sample: number): number | null;
  /** The class that the prediction is compared with; null where the sample is ignored or has none. */
  target(sample: number): number | null;
  /** True where the target is `ignore_index`: the sample counts in no mean. */
  isIgnored(sample: number): boolean;
  /** Null where there is nothing to compare. */
  isRight(sample: number): boolean | null;
  /** `softmax(input)` at the target; nan without one. */
  probability(sample: number): number;
  /** The unreduced loss; nan where it has no value. */
  loss(key: LossKey, sample: number): number;
  /** L2 norm of the sample's part of the gradient; nan where there is none. */
  gradNorm(key: LossKey, sample: number): number;
}

export function sampleFacts({ evaluation, losses, samples, target }: ReportParts): SampleFacts {
  const { batch, logProbs } = evaluation;
  const accuracy = batch?.accuracy ?? null;
  const predicted = (sample: number) => batch?.predicted?.[sample] ?? null;
  const targetOf = (sample: number) => {
    if (!accuracy) return target?.isAssumed ? predicted(sample) : null;
    const klass = accuracy.target[sample];
    return klass >= 0 ? klass : null;
  };
  return {
    count: samples.count,
    predicted,
    target: targetOf,
    isIgnored: (sample) => accuracy !== null && accuracy.target[sample] < 0,
    isRight: (sample) => {
      const klass = accuracy && targetOf(sample);
      return klass === null ? null : predicted(sample) === klass;
    },
    probability: (sample) => {
      const klass = targetOf(sample);
      if (klass === null || !logProbs) return Number.NaN;
      return Math.exp(logProbs.data[samples.offsetOf(sample, klass)]);
    },
    loss: (key, sample) => losses[key].perSample?.data[sample] ?? Number.NaN,
    gradNorm: (key, sample) => batch?.gradients[key]?.norms[sample] ?? Number.NaN,
  };
}
