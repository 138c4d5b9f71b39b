/** Significant digits of a C++ stream, by which PyTorch writes numbers into its messages. */
const significantDigits = 6;

/** A number as C++ streams it (and `%g` prints it): `1.5`, `2`, `1e+06`, `inf`. */
export function formatGeneral(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const [mantissa, exponent] = value.toPrecision(significantDigits).split('e');
  const trimmed = mantissa.includes('.') ? String(Number(mantissa)) : mantissa;
  if (exponent === undefined) return trimmed;
  return `${trimmed}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
