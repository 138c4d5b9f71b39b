import type { ReliabilityBin } from '../../../core';

/** The confidences of a bin, to three decimals: `0.9–1`. */
export function binName({ from, to }: ReliabilityBin): string {
  const short = (value: number) => String(Number(value.toFixed(3)));
  return `${short(from)}–${short(to)}`;
}
