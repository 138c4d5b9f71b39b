/** A count with marks at the thousands: `1,000`. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** A part of a whole in percent with a decimal; what is not all of it is never rounded to 100, nor some of it to 0. */
export function percentText(part: number, whole: number): string {
  if (whole === 0) return '–';
  if (part === whole) return '100 %';
  if (part === 0) return '0 %';
  const percent = (part / whole) * 100;
  if (percent >= 99.95) return '> 99.9 %';
  return percent < 0.05 ? '< 0.1 %' : `${percent.toFixed(1)} %`;
}
