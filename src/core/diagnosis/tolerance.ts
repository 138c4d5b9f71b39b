import type { DType } from '../tensor/dtype';

/**
 * Rounding to d decimals moves each value by at most 0.5e-d, and log Σ exp(x) by no more than that, whatever
 * the number of classes; 1 % on top covers the arithmetic of the check itself.
 */
const roundingMargin = 1.01;

/** Never below this, so that float64 round-off of long rows is no evidence. Unit: nats. */
const smallestTolerance = 1e-6;

/** Largest deviation of log Σ exp(x) from 0 seen for log_softmax computed in this dtype. Unit: nats. */
const computeNoise: Partial<Record<DType, number>> = {
  float32: 3.3e-7,
  float16: 4.3e-4,
  bfloat16: 3.9e-3,
};

/**
 * How far log Σ exp(x) of true log-probabilities may lie from 0, for values written with `decimals` decimal
 * places (null: exact) and held in `dtype`. For probabilities, Σ x may lie C times as far from 1.
 */
export function toleranceOf(decimals: number | null, dtype: DType): number {
  const rounding = decimals === null ? 0 : 0.5 * 10 ** -decimals * roundingMargin;
  return Math.max(rounding, computeNoise[dtype] ?? 0, smallestTolerance);
}
