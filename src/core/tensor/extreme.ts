import { type RowLayout, rowOffset } from './rowLayout';

export type Extreme = 'max' | 'min';

/** True when `a` comes before `b`; nan counts as the most extreme. */
export function isBefore(kind: Extreme, a: number, b: number): boolean {
  if (Number.isNaN(a)) return !Number.isNaN(b);
  return kind === 'max' ? a > b : a < b;
}

/**
 * Index of the extreme in each row: the first of equals, and the first nan where there is one, as `torch.argmax` and
 * `torch.argmin` on the CPU. 0 for rows without elements.
 */
export function extremeIndices(kind: Extreme, data: Float64Array, layout: RowLayout): Float64Array {
  const indices = new Float64Array(layout.rowCount);
  const sign = kind === 'max' ? 1 : -1;
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    let best = data[offset];
    for (let i = 1; i < layout.numClasses; i++) {
      const value = data[offset + i * layout.stride];
      // Most numbers are not: they are passed over before anything is asked about nan.
      if (sign * value <= sign * best || !isBefore(kind, value, best)) continue;
      best = value;
      indices[row] = i;
    }
  }
  return indices;
}
