import { roundToDType } from '../../tensor/roundToDType';

/** The floating point types below float64. */
export type NarrowDType = 'float16' | 'bfloat16' | 'float32';

/**
 * `torch.softmax` of one row on the CPU, which computes in float32 also for the 16-bit types; the result is not yet
 * rounded to one. Values must be exact in float32. A row with NaN or +inf is NaN throughout.
 *
 * Source: aten/src/ATen/native/cpu/SoftMaxKernel.cpp, `_vec_softmax_lastdim`. The order of its sum depends on the
 * machine; here it is that of the row.
 */
export function narrowSoftmax(row: Float64Array): Float64Array {
  const exp = exponentials(shifted(row));
  const sum = sumOf(exp);
  return exp.map((value) => Math.fround(value / sum));
}

/**
 * `torch.log_softmax`, likewise: `x - max - log Σ`, where the sum and its logarithm are each rounded to `dtype`. Where
 * one class has nearly all the probability, the sum rounds to 1, and the result is 0.
 *
 * Source: the same file, `_vec_log_softmax_lastdim`, which keeps the sums in the dtype of the input.
 */
export function narrowLogSoftmax(row: Float64Array, dtype: NarrowDType): Float64Array {
  const shift = shifted(row);
  const sum = roundToDType(sumOf(exponentials(shift)), dtype);
  const logSum = roundToDType(Math.log(sum), dtype);
  return shift.map((value) => Math.fround(value - logSum));
}

/** NaN is passed over in the maximum; it comes back in the sum. */
function shifted(row: Float64Array): Float64Array {
  const max = row.reduce((m, value) => (value > m ? value : m), Number.NEGATIVE_INFINITY);
  return row.map((value) => Math.fround(value - max));
}

function exponentials(values: Float64Array): Float64Array {
  return values.map((value) => Math.fround(Math.exp(value)));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => Math.fround(sum + value), 0);
}
