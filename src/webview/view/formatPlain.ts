/** Digits that tell any two float32 numbers apart. */
const float32Digits = 9;

/** A number as short as it can be said, with 9 significant digits at most; `inf` and `nan` as PyTorch writes them. */
export function formatPlain(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(Number(value.toPrecision(float32Digits)));
}
