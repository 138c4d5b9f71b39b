/**
 * Number of elements of a shape; 1 for the shape `[]` of a scalar.
 *
 * @throws RangeError when a size is not a whole number >= 0.
 */
export function numelOf(shape: readonly number[]): number {
  let numel = 1;
  for (const size of shape) {
    if (!Number.isInteger(size) || size < 0) {
      throw new RangeError(`a size must be a whole number >= 0, got ${size}`);
    }
    numel *= size;
  }
  return numel;
}

/** True when both shapes have the same sizes in the same order. */
export function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}

/** Class dimension of the losses: 0 for (C), otherwise 1. Source: torch/nn/functional.py, `cross_entropy`. */
export function classDimOf(shape: readonly number[]): number {
  return shape.length <= 1 ? 0 : 1;
}

/** Elements between neighbours along each dimension, of a tensor laid out row by row. */
export function contiguousStrides(shape: readonly number[]): readonly number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let dim = shape.length - 2; dim >= 0; dim--)
    strides[dim] = strides[dim + 1] * Math.max(1, shape[dim + 1]);
  return strides;
}
