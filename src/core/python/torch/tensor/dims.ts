import { indexError, runtimeError } from '../../values/pythonError';

/** A dimension counted from 0; a 0-d tensor counts as one dimension. */
export function wrapDim(dim: number, dimCount: number): number {
  const limit = Math.max(1, dimCount);
  if (dim >= -limit && dim < limit) return dim < 0 ? dim + limit : dim;
  throw indexError(
    `Dimension out of range (expected to be in range of [${-limit}, ${limit - 1}], but got ${dim})`,
  );
}

/** Several dimensions, in order; none given means all. */
export function wrapDims(dims: readonly number[] | null, dimCount: number): readonly number[] {
  if (dims === null || dims.length === 0) return Array.from({ length: dimCount }, (_, dim) => dim);
  const wrapped = dims.map((dim) => wrapDim(dim, dimCount));
  const twice = wrapped.find((dim, i) => wrapped.indexOf(dim) !== i);
  if (twice !== undefined) throw runtimeError(`dim ${twice} appears multiple times in the list of dims`);
  return wrapped;
}
