/** Share of the colour at the largest magnitude, in percent: text on it has a contrast of 4.5 in every theme. */
const strongest = 40;

/** Below this share of the largest magnitude a number is drawn as a dot. */
const smallest = 0.01;

/** Largest of the peaks of some rows; 0 when there is none. */
export function largestPeak(peaks: Float64Array): number {
  let largest = 0;
  for (const peak of peaks) if (peak > largest) largest = peak;
  return largest;
}

/** How a gradient's cell is coloured: the class name carries the sign, `share` (percent) the magnitude. */
export interface Heat {
  readonly className: string;
  readonly share: string;
  /** True for a number that is next to nothing beside the largest. */
  readonly isDot: boolean;
}

export function heatOf(value: number, largest: number): Heat {
  if (value === 0 || Number.isNaN(value) || largest === 0) {
    return { className: 'heat', share: shareText(0), isDot: value === 0 && largest > 0 };
  }
  const part = Math.min(1, Math.abs(value) / largest);
  if (part < smallest) return { className: 'heat', share: shareText(0), isDot: true };
  return {
    className: value > 0 ? 'heat heat-positive' : 'heat heat-negative',
    share: shareText(part),
    isDot: false,
  };
}

/** Share of the colour for a part of the largest, from 0 to 1. */
export function shareText(part: number): string {
  return `${(part * strongest).toFixed(1)}%`;
}
