import { type RowLayout, rowOffset } from '../../tensor/rowLayout';
import { expAtMostZero } from './expAtMostZero';

/** Largest element of a row; -inf for an empty one. NaN is passed over: it comes back in the sum of `expRow`. */
export function rowMax(input: Float64Array, offset: number, { numClasses, stride }: RowLayout): number {
  let max = Number.NEGATIVE_INFINITY;
  const end = offset + numClasses * stride;
  for (let i = offset; i < end; i += stride) if (input[i] > max) max = input[i];
  return max;
}

/** Writes `exp(input - max)` of a row to the same places of `out` and returns the sum. */
export function expRow(
  input: Float64Array,
  offset: number,
  { numClasses, stride }: RowLayout,
  max: number,
  out: Float64Array,
): number {
  let sum = 0;
  const end = offset + numClasses * stride;
  for (let i = offset; i < end; i += stride) {
    const exp = expAtMostZero(input[i] - max);
    out[i] = exp;
    sum += exp;
  }
  return sum;
}

/** Writes `log(softmax(row))` of the rows [rowStart, rowEnd) to the same places of `out`. */
export function logSoftmaxRows(
  input: Float64Array,
  layout: RowLayout,
  rowStart: number,
  rowEnd: number,
  out: Float64Array,
): void {
  for (let row = rowStart; row < rowEnd; row++) {
    const offset = rowOffset(layout, row);
    const max = rowMax(input, offset, layout);
    const logSum = Math.log(expRow(input, offset, layout, max, out));
    logSoftmaxRow(input, offset, layout, max, logSum, out);
  }
}

/** Writes `input - max - logSum` of a row to the same places of `out`. */
export function logSoftmaxRow(
  input: Float64Array,
  offset: number,
  { numClasses, stride }: RowLayout,
  max: number,
  logSum: number,
  out: Float64Array,
): void {
  const end = offset + numClasses * stride;
  for (let i = offset; i < end; i += stride) out[i] = input[i] - max - logSum;
}

/** Writes `softmax(row)` of the rows [rowStart, rowEnd) to the same places of `out`. */
export function softmaxRows(
  input: Float64Array,
  layout: RowLayout,
  rowStart: number,
  rowEnd: number,
  out: Float64Array,
): void {
  const { numClasses, stride } = layout;
  for (let row = rowStart; row < rowEnd; row++) {
    const offset = rowOffset(layout, row);
    const sum = expRow(input, offset, layout, rowMax(input, offset, layout), out);
    const end = offset + numClasses * stride;
    for (let i = offset; i < end; i += stride) out[i] /= sum;
  }
}
