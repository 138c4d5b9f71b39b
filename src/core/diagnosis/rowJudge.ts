import { expAtMostZero } from '../loss/kernels/expAtMostZero';
import type { RowLayout } from '../tensor/rowLayout';
import type { Kind } from './description';
import { errorOf, smallestTolerance, type Tolerances } from './tolerance';

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
  /** How far `logSumExp` may lie from that of the values that were meant. */
  logSumExpError: number;
  /** How far `sum` may lie from that of the values that were meant. */
  sumTolerance: number;
  /** True when every element is 0 or 1 and exactly one is 1. */
  isOneHot: boolean;
  /** True when the row has a NaN or +inf, or nothing but -inf. */
  isBroken: boolean;
}

const percent = 100;

/** Measures the row that starts at `offset`. */
export function measureRow(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  tolerances: Tolerances,
): RowMeasure {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let sizes = 0;
  const end = offset + layout.numClasses * layout.stride;
  for (let at = offset; at < end; at += layout.stride) {
    const x = data[at];
    sum += x;
    sizes += Math.abs(x);
    if (x < min) min = x;
    if (x > max) max = x;
  }
  const isBroken = Number.isNaN(sum) || !Number.isFinite(max);
  const error = errorOfSum(data, layout, offset, sizes, tolerances);
  return {
    min,
    max,
    sum,
    ...(isBroken ? brokenSum : expSum(data, layout, offset, 1, max, tolerances)),
    sumTolerance: Math.max(error, smallestTolerance * Math.max(1, layout.numClasses)),
    isOneHot: max === 1 && sum === 1 && isZerosAndOnes(data, layout, offset),
    isBroken,
  };
}

/** What `errorOf` adds up to over a row, whose magnitudes add up to `sizes`. */
function errorOfSum(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  sizes: number,
  tolerances: Tolerances,
): number {
  const { relative, rounding, digits } = tolerances;
  if (digits === null && sizes < Number.POSITIVE_INFINITY)
    return relative * sizes + rounding * layout.numClasses;
  let error = 0;
  for (let i = 0; i < layout.numClasses; i++) error += errorOf(tolerances, data[offset + i * layout.stride]);
  return error;
}

function isZerosAndOnes(data: Float64Array, layout: RowLayout, offset: number): boolean {
  for (let i = 0; i < layout.numClasses; i++) {
    const x = data[offset + i * layout.stride];
    if (x !== 0 && x !== 1) return false;
  }
  return true;
}

const brokenSum = { logSumExp: Number.NaN, logSumExpError: Number.NaN };

/**
 * log Σ exp(sign · x) over a row, in nats, and how far it may lie from that of the values that were meant: what the error
 * of each value adds to its exponential, weighted by softmax. `max` is the largest `sign · x`, which must be finite.
 */
function expSum(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  sign: 1 | -1,
  max: number,
  tolerances: Tolerances,
): Pick<RowMeasure, 'logSumExp' | 'logSumExpError'> {
  let total = 0;
  let error = 0;
  for (let i = 0, at = offset; i < layout.numClasses; i++, at += layout.stride) {
    const share = expAtMostZero(sign * data[at] - max);
    total += share;
    if (share > 0) error += share * growthBy(errorOf(tolerances, data[at]));
  }
  return { logSumExp: max + Math.log(total), logSumExpError: Math.log1p(error / total) };
}

/** exp(error) - 1 for an error >= 0, to ten digits: nearly all are so small that four terms of the series give them. */
function growthBy(error: number): number {
  return error < 0.01
    ? error * (1 + error * (1 / 2 + error * (1 / 6 + error * (1 / 24))))
    : Math.expm1(error);
}

/** log Σ exp(scale · x) over a row, in nats; `scaledMax` is the largest `scale · x`, which must be finite. */
function logSumExpOf(
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  scale: number,
  scaledMax: number,
): number {
  let total = 0;
  for (let i = 0, at = offset; i < layout.numClasses; i++, at += layout.stride) {
    total += expAtMostZero(scale * data[at] - scaledMax);
  }
  return scaledMax + Math.log(total);
}

/** A row's kind, and how far its log Σ exp(x) may lie from 0. */
export interface RowVerdict {
  kind: Kind;
  tolerance: number;
}

/**
 * The kind of one row: the first of `rowKinds` whose test it passes. `extraTolerance` is allowed on top, for
 * values that were computed from written ones.
 */
export function judgeRow(
  measure: RowMeasure,
  data: Float64Array,
  layout: RowLayout,
  offset: number,
  tolerances: Tolerances,
  extraTolerance: number,
): RowVerdict {
  const { min, max, sum, logSumExp, sumTolerance } = measure;
  if (measure.isBroken) return { kind: 'not-finite', tolerance: 0 };
  const toleranceOf = (error: number) => Math.max(tolerances.least, error) + extraTolerance;
  const tolerance = toleranceOf(measure.logSumExpError);
  const verdict = (kind: Kind): RowVerdict => ({ kind, tolerance });
  if (max <= tolerance && Math.abs(logSumExp) <= tolerance) return verdict('log-probabilities');
  if (measure.isOneHot) return verdict('one-hot');
  if (min >= 0 && max <= 1 && Math.abs(sum - 1) <= sumTolerance) return verdict('probabilities');
  if (min >= 0) {
    const negated = expSum(data, layout, offset, -1, -min, tolerances);
    if (Math.abs(negated.logSumExp) <= toleranceOf(negated.logSumExpError))
      return verdict('negated-log-probabilities');
  }
  if (max <= tolerance) {
    for (const [base, kind] of [
      [10, 'log10-probabilities'],
      [2, 'log2-probabilities'],
    ] as const) {
      const scale = Math.log(base);
      const total = logSumExpOf(data, layout, offset, scale, scale * max);
      if (Math.abs(total) <= tolerance * scale) return verdict(kind);
    }
    return verdict('unnormalised-negatives');
  }
  const isPercent = min >= 0 && Math.abs(sum - percent) <= sumTolerance;
  return verdict(isPercent ? 'unnormalised-probabilities' : 'logits');
}
