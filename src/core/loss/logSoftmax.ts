import { isFloatingPoint } from '../tensor/dtype';
import { freshArray, type NewArray } from '../tensor/newArray';
import { type RowLayout, rowLayoutOf } from '../tensor/rowLayout';
import { classDimOf } from '../tensor/shape';
import type { Tensor } from '../tensor/tensor';
import { logSoftmaxRows, softmaxRows } from './kernels/softmaxRows';

/**
 * `log(softmax(input, dim))` in float64, shape and dtype of the input (float32 for whole numbers, which PyTorch
 * refuses). `dim` is the class dimension unless said, and may be negative.
 *
 * A row with NaN or +inf, or of -inf alone, is NaN throughout; a single -inf stays -inf.
 *
 * @throws RangeError when the input has no dimension `dim`.
 */
export function logSoftmax(input: Tensor, dim?: number, newArray: NewArray = freshArray): Tensor {
  return applyToRows(input, dim, logSoftmaxRows, newArray);
}

/** `exp(input) / sum(exp(input))` along `dim`; otherwise as `logSoftmax`. */
export function softmax(input: Tensor, dim?: number): Tensor {
  return applyToRows(input, dim, softmaxRows, freshArray);
}

type RowKernel = (
  input: Float64Array,
  layout: RowLayout,
  rowStart: number,
  rowEnd: number,
  out: Float64Array,
) => void;

function applyToRows(input: Tensor, dim: number | undefined, kernel: RowKernel, newArray: NewArray): Tensor {
  const layout = rowLayoutOf(input.shape, wrapDim(dim ?? classDimOf(input.shape), input.shape.length));
  const data = newArray(input.data.length);
  kernel(input.data, layout, 0, layout.rowCount, data);
  return { data, shape: input.shape, dtype: floatDTypeOf(input) };
}

/** The dtype of a softmax: that of the input, or float32 for whole numbers. */
export function floatDTypeOf(input: Tensor): Tensor['dtype'] {
  return isFloatingPoint(input.dtype) ? input.dtype : 'float32';
}

/** A 0-d tensor counts as one dimension, as in PyTorch. */
function wrapDim(dim: number, dimCount: number): number {
  const limit = Math.max(dimCount, 1);
  if (!Number.isInteger(dim) || dim < -limit || dim >= limit) {
    throw new RangeError(`expected dim in [${-limit}, ${limit - 1}] for ${dimCount} dimensions, got ${dim}`);
  }
  return dim < 0 ? dim + limit : dim;
}

/**
 * The dimension that `softmax` without `dim` works on: 0 for 0-, 1- and 3-D, else 1.
 * Source: torch/nn/functional.py, `_get_softmax_dim`.
 */
export function implicitSoftmaxDim(numDims: number): number {
  return numDims === 0 || numDims === 1 || numDims === 3 ? 0 : 1;
}
