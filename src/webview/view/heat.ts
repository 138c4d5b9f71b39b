/** Share of the colour in a cell's background at the largest magnitude, in percent: text on it stays readable. */
const strongest = 42;

/** Largest finite magnitude of a gradient; 0 when there is none. */
export function largestMagnitude(data: Float64Array): number {
  let largest = 0;
  for (const x of data) {
    const magnitude = Math.abs(x);
    if (magnitude > largest && magnitude < Number.POSITIVE_INFINITY) largest = magnitude;
  }
  return largest;
}

/** How a gradient's cell is coloured: the class name carries the sign, `share` (percent) the magnitude. */
export interface Heat {
  readonly className: string;
  readonly share: string;
}

export function heatOf(value: number, largest: number): Heat {
  if (value === 0 || Number.isNaN(value) || largest === 0) return { className: 'heat', share: '0%' };
  const share = Math.min(1, Math.abs(value) / largest) * strongest;
  return {
    className: value > 0 ? 'heat heat-positive' : 'heat heat-negative',
    share: `${share.toFixed(1)}%`,
  };
}
