/** A measured number as people read it: at most `digits` significant digits, `inf`, `-inf` and `nan` as PyTorch. */
export function formatMeasure(value: number, digits = 5): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const rounded = value.toPrecision(digits);
  return rounded.includes('e') ? Number(rounded).toExponential() : String(Number(rounded));
}
