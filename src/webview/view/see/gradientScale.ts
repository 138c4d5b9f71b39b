import type { SampleLoss } from './sampleView';

/** One linear axis for the gradients of a sample by several losses: 0 and all finite values. */
export function gradientScale(losses: readonly (SampleLoss | null)[]): readonly [number, number] {
  let [low, high] = [0, 0];
  for (const loss of losses) {
    for (const value of loss?.gradient ?? []) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

/** Where the bar of a value lies on the axis, in percent of its length. */
export function barOn(
  [low, high]: readonly [number, number],
  value: number,
): { from: number; length: number } {
  const whole = high - low;
  if (whole === 0 || !Number.isFinite(value))
    return { from: whole === 0 ? 50 : (-low / whole) * 100, length: 0 };
  const start = Math.min(value, 0);
  return { from: ((start - low) / whole) * 100, length: (Math.abs(value) / whole) * 100 };
}
