import type { RowLayout } from '../tensor/rowLayout';
import type { Kind } from './description';

/** The kinds that a single row can have; `Description.rowKind` holds indices into this list. */
export const rowKinds: readonly Kind[] = [
  'log-probabilities',
  'one-hot',
  'probabilities',
  'negated-log-probabilities',
  'log10-probabilities',
  'log2-probabilities',
  'unnormalised-negatives',
  'unnormalised-probabilities',
  'logits',
  'not-finite',
];

/** What is measured in one row. Sums over the row's elements; logSumExp in nats. */
export interface RowMeasure {
  min: number;
  max: number;
  sum: number;
  logSumExp: number;
  /** True when every element is 0 or 1 and exactly one is 1. */
  isOneHot: boolean;
  /** True when the row has a NaN or +inf, or nothing but -inf. */
  isBroken: boolean;
}

const percent = 100;

/** Measures the row that starts at `offset`. */
export function measureRow(data: Float64Array, layout: RowLayout, offset: number): RowMeasure {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let ones = 0;
  let zeros = 0;
  for (let i = 0, at = offset; i < layout.numClasses; i++, at += layout.stride) {
    const x = data[at];
    sum += x;
    if (x < min) min = x;
    if (x > max) max = x;
    if (x === 1) ones++;
    else if (x === 0) zeros++;
  }
  const isBroken = Number.isNaN(sum) || !Number.isFinite(max);
  return {
    min,
    max,
    sum,
    logSumExp: isBroken ? Number.NaN : logSumExpOf(data, layout, offset, 1, max),
    isOneHot: ones === 1 && zeros === layout.numClasses - 1,
    isBroken,
  };
}

/**
 * log Σ exp(scale · x) over a row, in nats; `scaledMax` is the largest `scale · x`, which must be finite.
 */
function logSumExpOf(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  scale: number,
  scaledMax: number,
): number {
  let total = 0;
  for (let i = 0, at = offset; i < layout.numClasses; i++, at += layout.stride) {
    total += Math.exp(scale * data[at] - scaledMax);
  }
  return scaledMax + Math.log(total);
}

/**
 * The kind of one row: the first of `rowKinds` whose test it passes. `tolerance` bounds log Σ exp(x),
 * `sumTolerance` bounds Σ x of probabilities.
 */
export function judgeRow(
  measure: RowMeasure,
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  tolerance: number,
  sumTolerance: number,
): Kind {
  const { min, max, sum, logSumExp } = measure;
  if (measure.isBroken) return 'not-finite';
  if (max <= tolerance && Math.abs(logSumExp) <= tolerance) return 'log-probabilities';
  if (measure.isOneHot) return 'one-hot';
  if (min >= 0 && max <= 1 && Math.abs(sum - 1) <= sumTolerance) return 'probabilities';
  if (min >= 0 && Math.abs(logSumExpOf(data, layout, offset, -1, -min)) <= tolerance) {
    return 'negated-log-probabilities';
  }
  if (max <= tolerance) {
    for (const [base, kind] of [
      [10, 'log10-probabilities'],
      [2, 'log2-probabilities'],
    ] as const) {
      const scale = Math.log(base);
      if (Math.abs(logSumExpOf(data, layout, offset, scale, scale * max)) <= tolerance * scale) return kind;
    }
    return 'unnormalised-negatives';
  }
  if (min >= 0 && Math.abs(sum - percent) <= sumTolerance) return 'unnormalised-probabilities';
  return 'logits';
}
