import { fixed, padExponent, scientific } from '../../tensor/print/decimal';
import { FormatError } from './formatError';
import { pythonFloat } from './pythonFloat';
import type { PythonScalar } from './pythonScalar';

/** A format specification, taken apart. */
interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly isAlternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | null;
  readonly type: string;
}

const floatTypes = 'eEfFgGn%';
const intTypes = 'bcdnoxX';

/** `format(value, spec)`. Throws a FormatError with Python's words where the specification does not fit. */
export function formatValue(value: PythonScalar, written: string): string {
  if (written === '') return textOf(value);
  const spec = parseSpec(written, value);
  if (value.kind === 'str') return formatString(value.value, spec);
  if (value.kind === 'float') {
    if (spec.type !== '' && !floatTypes.includes(spec.type)) throw unknownCode(spec.type, 'float');
    return padNumber(floatDigits(value.value, spec), spec);
  }
  if (spec.type !== '' && floatTypes.includes(spec.type) && spec.type !== 'n') {
    return padNumber(floatDigits(value.value, spec), spec);
  }
  if (spec.type !== '' && !intTypes.includes(spec.type)) throw unknownCode(spec.type, value.kind);
  if (spec.precision !== null) {
    throw new FormatError('ValueError', 'Precision not allowed in integer format specifier');
  }
  return padNumber(intDigits(value.value, spec), spec);
}

function textOf(value: PythonScalar): string {
  if (value.kind === 'bool') return value.value ? 'True' : 'False';
  return value.kind === 'float' ? pythonFloat(value.value) : String(value.value);
}

function parseSpec(written: string, { kind }: PythonScalar): Spec {
  const match = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/su.exec(written);
  if (!match) {
    throw new FormatError('ValueError', `Invalid format specifier '${written}' for object of type '${kind}'`);
  }
  const [, fill, align, sign = '', alternate, zero, width, grouping = '', precision, type = ''] = match;
  return {
    fill: fill ?? (zero && !align ? '0' : zero && align ? '0' : ' '),
    align: align ?? (zero ? '=' : kind === 'str' ? '<' : '>'),
    sign,
    isAlternate: alternate === '#',
    width: Number(width ?? 0),
    grouping,
    precision: precision === undefined ? null : Number(precision),
    type,
  };
}

function unknownCode(code: string, kind: string): FormatError {
  return new FormatError('ValueError', `Unknown format code '${code}' for object of type '${kind}'`);
}

function formatString(text: string, spec: Spec): string {
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec.type, 'str');
  if (spec.sign !== '') throw new FormatError('ValueError', 'Sign not allowed in string format specifier');
  if (spec.align === '=') {
    throw new FormatError('ValueError', "'=' alignment not allowed in string format specifier");
  }
  const characters = [...text].slice(0, spec.precision ?? undefined);
  return pad('', characters.join(''), spec);
}

/** Digits without sign. */
function floatDigits(x: number, spec: Spec): string {
  const isNegative = x < 0 || Object.is(x, -0);
  const sign = isNegative && !Number.isNaN(x) ? '-' : '';
  return sign + sizeDigits(Math.abs(x), spec);
}

function sizeDigits(x: number, { type, precision, isAlternate }: Spec): string {
  const isUpper = type === 'E' || type === 'F' || type === 'G';
  const special = Number.isNaN(x) ? 'nan' : x === Number.POSITIVE_INFINITY ? 'inf' : null;
  if (special) return (isUpper ? special.toUpperCase() : special) + (type === '%' ? '%' : '');
  switch (type.toLowerCase()) {
    case 'f':
      return fixed(x, precision ?? 6);
    case 'e': {
      const text = scientific(x, precision ?? 6);
      return isUpper ? text.toUpperCase() : text;
    }
    case '%':
      return `${fixed(x * 100, precision ?? 6)}%`;
    case '':
      return precision === null
        ? pythonFloat(x)
        : general(x, precision, { keepsZeros: isAlternate, hasPoint: true });
    default: {
      const text = general(x, precision ?? 6, { keepsZeros: isAlternate, hasPoint: false });
      return isUpper ? text.toUpperCase() : text;
    }
  }
}

/** `g`: significant digits, in whichever notation fits; with `hasPoint` at least one digit behind the point. */
function general(
  x: number,
  precision: number,
  { keepsZeros, hasPoint }: { keepsZeros: boolean; hasPoint: boolean },
): string {
  const digits = Math.max(1, precision);
  const [mantissa, power] = scientific(x, digits - 1).split('e');
  const exponent = Number(power);
  const isFixed = exponent >= -4 && exponent < digits - (hasPoint ? 1 : 0);
  if (!isFixed && !(hasPoint && x === 0)) {
    return padExponent(`${keepsZeros ? mantissa : stripped(mantissa)}e${power}`);
  }
  const text = fixed(x, Math.max(0, digits - 1 - exponent));
  const short = keepsZeros ? text : stripped(text);
  return hasPoint && !short.includes('.') ? `${short}.0` : short;
}

function stripped(text: string): string {
  return text.includes('.') ? text.replace(/\.0+$|([1-9.])0+$/, '$1') : text;
}

function intDigits(x: number, { type, isAlternate }: Spec): string {
  const sign = x < 0 ? '-' : '';
  const size = BigInt(Math.abs(x));
  const prefix = (one: string) => (isAlternate ? one : '');
  switch (type) {
    case 'b':
      return `${sign}${prefix('0b')}${size.toString(2)}`;
    case 'o':
      return `${sign}${prefix('0o')}${size.toString(8)}`;
    case 'x':
      return `${sign}${prefix('0x')}${size.toString(16)}`;
    case 'X':
      return `${sign}${prefix('0X')}${size.toString(16).toUpperCase()}`;
    case 'c':
      return String.fromCodePoint(x);
    default:
      return `${sign}${size}`;
  }
}

function padNumber(digits: string, spec: Spec): string {
  const isNegative = digits.startsWith('-');
  const plus = spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const body = isNegative ? digits.slice(1) : digits;
  return pad(isNegative ? '-' : plus, grouped(body, spec.grouping), spec);
}

function grouped(digits: string, separator: string): string {
  if (separator === '') return digits;
  const numDigits = digits.match(/^\d+/)?.[0].length ?? 0;
  const first = Math.min(numDigits, numDigits % 3 || 3);
  const groups = [digits.slice(0, first)];
  for (let at = first; at < numDigits; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(separator) + digits.slice(numDigits);
}

function pad(sign: string, body: string, { fill, align, width }: Spec): string {
  const missing = Math.max(0, width - [...body].length - sign.length);
  if (align === '=') return sign + fill.repeat(missing) + body;
  if (align === '<') return sign + body + fill.repeat(missing);
  if (align === '>') return fill.repeat(missing) + sign + body;
  const left = Math.floor(missing / 2);
  return fill.repeat(left) + sign + body + fill.repeat(missing - left);
}
