import { type DType, isFloatingPoint } from '../dtype';
import { roundToDType } from '../roundToDType';
import type { Tensor } from '../tensor';
import { fixed, padExponent, scientific } from './decimal';

/** Most digits behind the point, as `np.get_printoptions()['precision']`. */
const precision = 8;

/** Digits that a decimal keeps in each type: from 10 to the power of these on, arrays are written with exponents. */
const decimalDigits: Readonly<Partial<Record<DType, number>>> = { float16: 3, float32: 6, float64: 15 };

/** How the elements of an array are written. Source: numpy/_core/arrayprint.py, `FloatingFormat`. */
export function numpyFormatter({ data, dtype, shape }: Tensor): (value: number) => string {
  if (dtype === 'bool') {
    const width = shape.length === 0 ? 0 : 5;
    return (value) => (value !== 0 ? 'True' : 'False').padStart(width);
  }
  if (!isFloatingPoint(dtype)) {
    const width = data.reduce((widest, x) => Math.max(widest, String(x).length), 0);
    return (value) => String(value).padStart(width);
  }
  return floatFormatter(data, dtype);
}

function floatFormatter(data: Float64Array, dtype: DType): (value: number) => string {
  const finite = data.filter(Number.isFinite);
  const sizes = finite.filter((x) => x !== 0).map(Math.abs);
  const max = sizes.reduce((most, x) => Math.max(most, x), 0);
  const min = sizes.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const cutoff = 10 ** Math.min(8, decimalDigits[dtype] ?? 8);
  const isScientific = sizes.length > 0 && (max >= cutoff || min < 1e-4 || max / min > 1000);
  const written = Array.from(finite, (x) =>
    isScientific ? shortScientific(x, dtype) : shortPositional(x, dtype),
  );
  const parts = written.map((text) => /^(-?\d+)\.(\d*)(e.*)?$/.exec(text) ?? ['', '', '', '']);
  const longest = (at: number) => parts.reduce((most, part) => Math.max(most, part[at]?.length ?? 0), 0);
  const right = longest(2);
  const exponent = longest(3);
  const restWidth = 1 + right + exponent;
  const hasNegativeInf = data.includes(Number.NEGATIVE_INFINITY);
  const special = finite.length < data.length ? 3 + (hasNegativeInf ? 1 : 0) - restWidth : 0;
  const nanOnly = finite.length < data.length ? 3 - restWidth : 0;
  const left = Math.max(longest(1), special, nanOnly);
  return (value) => {
    if (Number.isNaN(value)) return 'nan'.padStart(left + restWidth);
    if (!Number.isFinite(value)) return (value > 0 ? 'inf' : '-inf').padStart(left + restWidth);
    if (isScientific)
      return scientific(value, right)
        .replace(/^(-?\d)(e|$)/, '$1.$2')
        .padStart(left + restWidth);
    const [whole, fraction] = shortPositional(value, dtype).split('.');
    return `${whole.padStart(left)}.${fraction.padEnd(right)}`;
  };
}

/** The fewest digits that give the value back in its type. */
function shortest(x: number, dtype: DType): string {
  if (dtype === 'float64') return x.toExponential();
  for (let digits = 0; digits < 17; digits++) {
    const text = scientific(x, digits);
    if (roundToDType(Number(text), dtype) === x) return text;
  }
  return x.toExponential();
}

/** With a point, at most 8 digits behind it, and no zeros at the end. */
function shortPositional(x: number, dtype: DType): string {
  const [mantissa, power] = shortest(x, dtype).split('e');
  const digits = (mantissa.split('.')[1] ?? '').length;
  const places = Math.max(0, digits - Number(power));
  const isShort = places <= precision;
  const text = isShort ? positional(mantissa, Number(power)) : fixed(x, precision);
  const negative = Object.is(x, -0) && !text.startsWith('-') ? '-' : '';
  return negative + (text.includes('.') ? text.replace(/([1-9.])0+$/, '$1') : `${text}.`);
}

/** Digits with an exponent, written without it. */
function positional(mantissa: string, power: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  const rest = digits.slice(power + 1);
  return sign + whole + (rest === '' ? '' : `.${rest}`);
}

function shortScientific(x: number, dtype: DType): string {
  const short = shortest(x, dtype);
  const digits = (short.split('e')[0].split('.')[1] ?? '').length;
  const text = digits <= precision ? padExponent(short) : scientific(x, precision);
  const [mantissa, power] = text.split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/([1-9.])0+$/, '$1') : `${mantissa}.`;
  return `${trimmed}e${power}`;
}

/** A single number of NumPy, as `str` gives it. */
export function numpyScalar(x: number, dtype: DType): string {
  if (dtype === 'bool') return x !== 0 ? 'True' : 'False';
  if (!isFloatingPoint(dtype)) return String(x);
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  const short = shortest(x, dtype);
  const [mantissa, power] = short.split('e');
  const isPositional = x === 0 || (Number(power) >= -4 && Number(power) < 16);
  if (!isPositional) return padExponent(short);
  const text = Object.is(x, -0) ? '-0' : positional(mantissa, Number(power));
  return text.includes('.') ? text : `${text}.0`;
}
