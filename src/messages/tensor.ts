import * as v from 'valibot';
import { dtypes, newIndex, type Tensor, type TensorEdit } from '../core';
import { listOf, maybe, nullOr, objectOf, oneOf, type Schema } from './schema';
import { float64Array } from './typedArrays';

/** Dimensions of a tensor. Source: `at::kMaxDims` (aten/src/ATen/core/TensorAccessor.h and its users): 64. */
const mostDims = 64;

/**
 * Rows, columns and elements of a tensor, sizes of 0 counted as 1: there are as many rows whatever they hold. Far more
 * than a page can show, and few enough to be counted through.
 */
const mostElements = 2 ** 27;

export const dtype = oneOf(dtypes);

/** A tensor whose `data` has exactly as many elements as its shape says. They are not looked at. */
export const tensor: Schema<Tensor> = v.pipe(
  objectOf<Tensor>()({ data: float64Array, shape: v.custom<readonly number[]>(isShape), dtype }),
  v.check(({ data, shape }) => productOf(shape) === data.length),
);

/** An edit that says of each element in order what it is. Whether it is of a given tensor is `isEditOf`'s question. */
export const tensorEdit: Schema<TensorEdit> = v.pipe(
  objectOf<TensorEdit>()({
    dims: maybe(listOf(nullOr(v.custom<readonly number[]>((value) => isListOfIntegers(value, newIndex))))),
    at: float64Array,
    values: float64Array,
  }),
  v.check(
    ({ dims, at, values }) =>
      at.length === values.length && isAscending(at) && (dims?.length ?? 0) <= mostDims,
  ),
);

function isShape(value: unknown): boolean {
  if (!isListOfIntegers(value, 0) || value.length > mostDims) return false;
  return productOf(value.map((size) => Math.max(1, size))) <= mostElements;
}

/** A plain loop: there are as many indices as rows, and a hole is no number. */
function isListOfIntegers(value: unknown, least: number): value is readonly number[] {
  if (!Array.isArray(value)) return false;
  for (const one of value) if (!Number.isSafeInteger(one) || one < least) return false;
  return true;
}

/** True for whole numbers from 0 that go up. A plain loop: an edit may be of every element of a large tensor. */
function isAscending(indices: Float64Array): boolean {
  let before = -1;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (!(index > before) || !Number.isSafeInteger(index)) return false;
    before = index;
  }
  return true;
}

function productOf(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}
