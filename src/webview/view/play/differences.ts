import { type Evaluation, type LossKey, type LossResult, lossKeys } from '../../../core';

/** A measure before and now. */
export interface Difference {
  readonly loss: LossKey;
  readonly kind: 'value' | 'gradNorm';
  readonly before: number;
  readonly now: number;
}

/** Both losses and the L2 norms of their gradients; what has no value on either side is left out. */
export function differencesOf(before: Evaluation, now: Evaluation): readonly Difference[] {
  return lossKeys.flatMap((loss) => {
    const [a, b] = [before.losses?.[loss], now.losses?.[loss]];
    if (!a?.output || !b?.output) return [];
    return [
      { loss, kind: 'value' as const, before: total(a.output.data), now: total(b.output.data) },
      ...(a.gradInput && b.gradInput
        ? [{ loss, kind: 'gradNorm' as const, before: norm(a.gradInput.data), now: norm(b.gradInput.data) }]
        : []),
    ];
  });
}

export interface SampleDifference {
  readonly sample: number;
  readonly before: number;
  readonly now: number;
}

/**
 * The samples whose CrossEntropyLoss (or NLLLoss, where that has none) changed, the largest change first; null when
 * the samples are not the same number.
 */
export function sampleDifferences(before: Evaluation, now: Evaluation): readonly SampleDifference[] | null {
  const [a, b] = [perSample(before), perSample(now)];
  if (!a || !b) return [];
  if (a.length !== b.length) return null;
  const size = ({ before: x, now: y }: SampleDifference) => {
    const change = Math.abs(y - x);
    return Number.isNaN(change) ? Number.POSITIVE_INFINITY : change;
  };
  return Array.from(a.keys(), (sample) => ({ sample, before: a[sample], now: b[sample] }))
    .filter((one) => !Object.is(one.before, one.now))
    .sort((x, y) => size(y) - size(x) || x.sample - y.sample);
}

function perSample({ losses }: Evaluation): Float64Array | null {
  const result: LossResult | undefined = losses?.crossEntropyLoss.perSample
    ? losses.crossEntropyLoss
    : losses?.nllLoss;
  return result?.perSample?.data ?? null;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
