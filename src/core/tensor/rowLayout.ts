import { classDimOf } from './shape';

/**
 * Rows of a tensor along one dimension. Row `r` has `numClasses` elements, the first at `rowOffset(layout, r)`, the
 * next ones `stride` apart. For (N, C, d1…dK) there are N·d1·…·dK rows, in the order of a target (N, d1…dK).
 */
export interface RowLayout {
  readonly rowCount: number;
  readonly numClasses: number;
  readonly stride: number;
}

/** Rows along `dim` (>= 0); along the class dimension unless said. A 0-d tensor is one row of one element. */
export function rowLayoutOf(shape: readonly number[], dim: number = classDimOf(shape)): RowLayout {
  let outer = 1;
  let stride = 1;
  for (let i = 0; i < shape.length; i++) {
    if (i < dim) outer *= shape[i];
    else if (i > dim) stride *= shape[i];
  }
  return { rowCount: outer * stride, numClasses: shape.length === 0 ? 1 : shape[dim], stride };
}

/** Position of the first element of a row. */
export function rowOffset({ numClasses, stride }: RowLayout, row: number): number {
  const outer = Math.floor(row / stride);
  return outer * numClasses * stride + (row - outer * stride);
}
