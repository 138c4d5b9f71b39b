import type { DType } from '../tensor/dtype';

/** How exactly values are known: the digits that were written, and the dtype that held them. */
export interface Precision {
  /** Decimal places written; null when the values are exact. */
  readonly decimals: number | null;
  /** Decimal places of the mantissa, where each value was rounded by its own size; null otherwise. */
  readonly scientificDecimals: number | null;
  readonly dtype: DType;
}

/** 1 % on top of the rounding covers the arithmetic of the check itself. */
const roundingMargin = 1.01;

/** Never below this, so that float64 round-off of long rows is no evidence. Unit: nats. */
export const smallestTolerance = 1e-6;

/**
 * Twice the deviation of log Σ exp(x) from 0 seen for log_softmax in this dtype where one class has nearly all the
 * probability (4.3e-4 and 3.9e-3 at first; 5.1e-4 and 4.5e-3 over 2,400 printed tensors). Unit: nats.
 */
const computeNoise: Partial<Record<DType, number>> = { float16: 8.6e-4, bfloat16: 7.8e-3 };

/**
 * Largest relative error of a value that was computed and held in this dtype: one unit in the last place for the
 * 16-bit types, whose log_softmax rounds more than once, and what was seen for float32 (3.3e-7 at values near 1).
 */
const relativeNoise: Partial<Record<DType, number>> = {
  float32: 3.3e-7,
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
};

/** What values of a precision may be off by. */
export interface Tolerances {
  /** The least tolerance of log Σ exp(x). Unit: nats. */
  readonly least: number;
  /** The part of a value that it may be off by, as its dtype held it. */
  readonly relative: number;
  /** What a value may be off by on top, as it was written: half a unit of its last decimal. */
  readonly rounding: number;
  /** Decimals of the mantissa where each value was rounded by its own size, in place of `rounding`; else null. */
  readonly digits: number | null;
}

/** The tolerances of a precision. What is the same for all values is computed here, once for a tensor. */
export function tolerancesOf({ decimals, scientificDecimals, dtype }: Precision): Tolerances {
  const noise = computeNoise[dtype];
  const isFixed = decimals !== null && scientificDecimals === null;
  const rounding = decimals === null ? 0 : roundingAt(-decimals);
  return {
    least: noise === undefined ? smallestTolerance : noise + (isFixed ? rounding : 0),
    relative: relativeNoise[dtype] ?? 0,
    rounding,
    digits: decimals === null ? null : scientificDecimals,
  };
}

/** How far the value `x` may lie from the one that it stands for. */
export function errorOf({ relative, rounding, digits }: Tolerances, x: number): number {
  const size = Math.abs(x);
  if (!(size < Number.POSITIVE_INFINITY)) return 0;
  return relative * size + (digits === null || x === 0 ? rounding : roundingAt(exponentOf(x) - digits));
}

/** Half a unit of the digit with this power of ten. */
function roundingAt(last: number): number {
  return 0.5 * 10 ** last * roundingMargin;
}

/** The power of ten of the leading digit. */
function exponentOf(x: number): number {
  return Math.floor(Math.log10(Math.abs(x)));
}
