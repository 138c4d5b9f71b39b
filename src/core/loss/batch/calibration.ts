/** The samples whose confidence lies in (from, to], the first bin with 0. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Share of them that are right; NaN for none. */
  readonly accuracy: number;
  /** Mean of their confidences; NaN for none. */
  readonly confidence: number;
}

/** How far the confidence of a model is from its accuracy. */
export interface Calibration {
  /** Of equal width, over [0, 1]. */
  readonly bins: readonly ReliabilityBin[];
  /** Samples in the bins. */
  readonly count: number;
  readonly accuracy: number;
  readonly confidence: number;
  /** Expected calibration error: Σ count / n · |accuracy - confidence| over the bins; NaN without samples. */
  readonly expectedError: number;
  /** Maximum calibration error: the largest |accuracy - confidence| of a bin that has samples. */
  readonly maximumError: number;
}

/**
 * Calibration of predictions, one element per sample.
 *
 * `confidence`: probability of the predicted class, in [0, 1]. `isRight`: 1 or 0. A sample with NaN in either, or with
 * a confidence outside of [0, 1], is left out.
 * Source: Guo et al. 2017, On Calibration of Modern Neural Networks, equations 1 to 5; the bins are those of its code.
 */
export function calibrationOf(
  confidence: Float64Array,
  isRight: Float64Array,
  binCount: number,
): Calibration {
  const [counts, rights, sums] = Array.from({ length: 3 }, () => new Float64Array(binCount));
  confidence.forEach((p, sample) => {
    if (!(p >= 0 && p <= 1) || Number.isNaN(isRight[sample])) return;
    const bin = binOf(p, binCount);
    counts[bin]++;
    rights[bin] += isRight[sample];
    sums[bin] += p;
  });
  const bins = Array.from(counts, (count, bin) => ({
    from: bin / binCount,
    to: (bin + 1) / binCount,
    count,
    accuracy: rights[bin] / count,
    confidence: sums[bin] / count,
  }));
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const count = total(counts);
  const gaps = bins
    .filter((bin) => bin.count > 0)
    .map((bin) => [bin.count, Math.abs(bin.accuracy - bin.confidence)]);
  return {
    bins,
    count,
    accuracy: total(rights) / count,
    confidence: total(sums) / count,
    expectedError: gaps.reduce((sum, [size, gap]) => sum + size * gap, 0) / count,
    maximumError: gaps.reduce((most, [, gap]) => Math.max(most, gap), count > 0 ? 0 : Number.NaN),
  };
}

/** The bin of (i / binCount, (i + 1) / binCount]; the product may be off by one in the last place, the limits decide. */
function binOf(p: number, binCount: number): number {
  const guess = Math.min(binCount - 1, Math.max(0, Math.ceil(p * binCount) - 1));
  if (p <= guess / binCount && guess > 0) return guess - 1;
  return p > (guess + 1) / binCount ? guess + 1 : guess;
}
