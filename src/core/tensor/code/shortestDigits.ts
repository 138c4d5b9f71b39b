import type { DType } from '../dtype';
import { isFloatingPoint } from '../dtype';
import { roundToDType } from '../roundToDType';

/**
 * The fewest digits that a value of `dtype` is given back by, with a point or an exponent for floats. Finite values
 * alone; the sign of -0 is kept.
 */
export function shortestDigits(value: number, dtype: DType): string {
  if (!isFloatingPoint(dtype)) return String(value);
  const text = Object.is(value, -0) ? '-0' : String(fewestDigits(value, dtype));
  return /[.e]/.test(text) ? text.replace('e+', 'e') : `${text}.0`;
}

function fewestDigits(value: number, dtype: DType): number {
  if (dtype === 'float64') return value;
  for (let digits = 1; digits <= 17; digits++) {
    const short = Number(value.toPrecision(digits));
    if (roundToDType(short, dtype) === value) return short;
  }
  return value;
}
