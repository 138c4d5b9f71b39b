/**
 * The rows of a tensor along `dim`: one row for each position of all other dimensions, in row-major order.
 * Element `i` of row `r` is at `offsetOf(r) + i * stride`.
 */
export interface Rows {
  readonly numRows: number;
  readonly rowLength: number;
  readonly stride: number;
  offsetOf(row: number): number;
}

/** Rows of a row-major tensor of this shape along `dim` (0 <= dim < shape.length; a scalar is one row of one). */
export function rowsAlong(shape: readonly number[], dim: number): Rows {
  let outer = 1;
  let stride = 1;
  shape.forEach((size, i) => {
    if (i < dim) outer *= size;
    if (i > dim) stride *= size;
  });
  const rowLength = shape[dim] ?? 1;
  return {
    numRows: outer * stride,
    rowLength,
    stride,
    offsetOf: (row) => Math.floor(row / stride) * rowLength * stride + (row % stride),
  };
}
