/** A measured number as people read it: at most 5 significant digits, `inf`, `-inf` and `nan` as PyTorch. */
export function formatMeasure(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const digits = value.toPrecision(5);
  return digits.includes('e') ? digits.replace(/\.?0+e/, 'e') : String(Number(digits));
}
