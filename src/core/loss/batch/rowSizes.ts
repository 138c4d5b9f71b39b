import { type RowLayout, rowOffset } from '../../tensor/rowLayout';

/** How large the numbers of each row are: (rows) each. */
export interface RowSizes {
  /** L2 norm, as `grad.norm(dim=1)`. */
  readonly norms: Float64Array;
  /** Largest finite magnitude; 0 where there is none. */
  readonly peaks: Float64Array;
}

/** The sizes of a gradient's rows, by sample. */
export function rowSizes(data: Float64Array, layout: RowLayout): RowSizes {
  const { rowCount, numClasses, stride } = layout;
  const norms = new Float64Array(rowCount);
  const peaks = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffset(layout, row);
    let sum = 0;
    let peak = 0;
    for (let i = offset; i < offset + numClasses * stride; i += stride) {
      const magnitude = Math.abs(data[i]);
      sum += magnitude * magnitude;
      if (magnitude > peak && magnitude < Number.POSITIVE_INFINITY) peak = magnitude;
    }
    norms[row] = Math.sqrt(sum);
    peaks[row] = peak;
  }
  return { norms, peaks };
}
