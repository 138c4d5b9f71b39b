import { rowLayoutOf, rowOffset } from '../../../tensor/rowLayout';
import type { Tensor } from '../../../tensor/tensor';

/** The lines of a tensor along one dimension, in row-major order of the other dimensions. */
export function forEachLine(
  shape: readonly number[],
  dim: number,
  visit: (line: number, positions: Int32Array) => void,
): void {
  const layout = rowLayoutOf(shape, dim);
  const positions = new Int32Array(layout.numClasses);
  for (let line = 0; line < layout.rowCount; line++) {
    const offset = rowOffset(layout, line);
    for (let i = 0; i < positions.length; i++) positions[i] = offset + i * layout.stride;
    visit(line, positions);
  }
}

/** The shape with another size, or without the dimension. */
export function withSize(shape: readonly number[], dim: number, size: number | null): readonly number[] {
  if (size === null) return shape.filter((_, i) => i !== dim);
  return shape.map((old, i) => (i === dim ? size : old));
}

/** Puts each value back to where it was picked from; everything else is 0. */
export function scatterBack(
  grad: Tensor,
  sources: Int32Array,
  shape: readonly number[],
  numel: number,
): Tensor {
  const data = new Float64Array(numel);
  for (let i = 0; i < sources.length; i++) data[sources[i]] += grad.data[i];
  return { data, shape, dtype: grad.dtype };
}
