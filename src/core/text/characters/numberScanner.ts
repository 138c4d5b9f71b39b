import { isDigitCode } from './characters';
import { scaledByPower } from './scaledByPower';

/** Significant digits that are read as one whole number, and those behind them as another: together they are exact. */
const headLength = 10;
const tailLength = 8;

/** Whole numbers of so many digits are exact by themselves. */
const exactLength = 15;

const powersOfTen = Float64Array.from({ length: tailLength + 1 }, (_, power) => 10 ** power);

/** A number with underscores between digits. */
const underscored = /[-+]?(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:e[-+]?\d+)?/iy;

/**
 * Reads decimal numbers where they stand in a text: `-1.5e-3`, `1.`, `.5`, `1_000`. The value is exactly
 * `Number` of the written text (without its underscores). What follows the number is not looked at.
 */
export class NumberScanner {
  /** The number read last. */
  value = 0;
  /** Where it ends. */
  to = 0;
  /** True when it has a point or an exponent, which makes it a float in Python. */
  isFloat = false;
  /** Decimal places by value: `1.5e-3` has 4, `1e3` has 0. */
  decimals = 0;

  /** Decimal places before the exponent: `1.5e-3` has 1. */
  mantissaDecimals = 0;
  hasExponent = false;

  constructor(private readonly text: string) {}

  /** Reads the number, with its sign, that starts at `from`; false when none starts there. */
  scan(from: number): boolean {
    const { text } = this;
    const first = codeAt(text, from);
    const start = first === 45 || first === 43 ? from + 1 : from;
    let at = start;
    let code = codeAt(text, at);
    let head = 0;
    while (isDigitCode(code)) {
      head = head * 10 + (code - 48);
      code = codeAt(text, ++at);
    }
    const whole = at - start;
    let tail = 0;
    let behind = 0;
    let places = 0;
    this.isFloat = code === 46;
    if (this.isFloat) {
      const fraction = ++at;
      code = codeAt(text, at);
      while (head === 0 && code === 48) code = codeAt(text, ++at);
      const headEnd = at + headLength - (head === 0 ? 0 : whole);
      while (at < headEnd && isDigitCode(code)) {
        head = head * 10 + (code - 48);
        code = codeAt(text, ++at);
      }
      const tailStart = at;
      while (isDigitCode(code)) {
        tail = tail * 10 + (code - 48);
        code = codeAt(text, ++at);
      }
      behind = at - tailStart;
      places = at - fraction;
    }
    if (whole + places === 0) return false;
    if (code === 95 && isDigitCode(codeAt(text, at + 1))) return this.scanUnderscored(from);
    this.to = at;
    const exponent = (code | 32) === 101 ? this.exponent(at) : 0;
    this.hasExponent = this.to > at;
    this.mantissaDecimals = places;
    this.decimals = Math.max(0, places - exponent);
    const isExact = behind === 0 ? whole <= exactLength : whole <= headLength && behind <= tailLength;
    const size = isExact ? sizeOf(head, tail, behind, exponent - places) : Number.NaN;
    if (Number.isNaN(size)) this.value = Number(text.slice(from, this.to));
    else this.value = first === 45 ? -size : size;
    return true;
  }

  /** Reads `e-3` at `at` if one stands there, and sets where the number ends. */
  private exponent(at: number): number {
    const { text } = this;
    const sign = codeAt(text, at + 1);
    const start = sign === 45 || sign === 43 ? at + 2 : at + 1;
    let end = start;
    let exponent = 0;
    for (; isDigitCode(codeAt(text, end)); end++) {
      // Beyond this the value is 0 or infinite anyway; the cap keeps the sum finite.
      exponent = Math.min(1e6, exponent * 10 + (codeAt(text, end) - 48));
    }
    if (end === start) return 0;
    this.isFloat = true;
    this.to = end;
    return sign === 45 ? -exponent : exponent;
  }

  /** Reads the number as it is without its underscores. */
  private scanUnderscored(from: number): boolean {
    underscored.lastIndex = from;
    const written = underscored.exec(this.text)?.[0] ?? '';
    const plain = new NumberScanner(written.replaceAll('_', ''));
    plain.scan(0);
    this.value = plain.value;
    this.isFloat = plain.isFloat;
    this.decimals = plain.decimals;
    this.mantissaDecimals = plain.mantissaDecimals;
    this.hasExponent = plain.hasExponent;
    this.to = from + written.length;
    return true;
  }
}

/** 0 behind the end, where `charCodeAt` would leave what V8 makes fast. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** (head · 10^behind + tail) · 10^power, correctly rounded; NaN where that takes longer arithmetic. */
function sizeOf(head: number, tail: number, behind: number, power: number): number {
  const shifted = head * powersOfTen[behind];
  const whole = shifted + tail;
  return scaledByPower(whole, tail - (whole - shifted), power);
}
