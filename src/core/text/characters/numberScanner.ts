/** Digits that a float64 holds exactly whatever they are. */
const maxExactDigits = 15;

/** Powers of ten that float64 holds exactly; with them one multiplication or division rounds correctly. */
const exactPowers = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

const isDigit = (code: number) => code >= 48 && code <= 57;

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

  private mantissa = 0;
  private significant = 0;
  private hasUnderscore = false;

  constructor(private readonly text: string) {}

  /** Reads the number, with its sign, that starts at `from`; false when none starts there. */
  scan(from: number): boolean {
    const { text } = this;
    this.mantissa = 0;
    this.significant = 0;
    this.hasUnderscore = false;
    const first = text.charCodeAt(from);
    const start = first === 45 || first === 43 ? from + 1 : from;
    let at = this.digits(start);
    const whole = at - start;
    let places = 0;
    this.isFloat = text.charCodeAt(at) === 46;
    if (this.isFloat) {
      const point = at++;
      const end = this.digits(at);
      places = end - point - 1;
      at = end;
    }
    if (whole + places === 0) return false;
    if (this.hasUnderscore) places = this.placesWithoutUnderscores(start, at);
    const exponent = this.exponent(at);
    this.hasExponent = this.to > at;
    this.mantissaDecimals = places;
    this.decimals = Math.max(0, places - exponent);
    this.value = this.valueOf(from, first === 45, exponent - places);
    return true;
  }

  private valueOf(from: number, isNegative: boolean, power: number): number {
    if (this.significant <= maxExactDigits && power >= -22 && power <= 22) {
      const size = power < 0 ? this.mantissa / exactPowers[-power] : this.mantissa * exactPowers[power];
      return isNegative ? -size : size;
    }
    const written = this.text.slice(from, this.to);
    return Number(this.hasUnderscore ? written.replaceAll('_', '') : written);
  }

  /** Takes digits, and underscores between digits, into the mantissa; returns where they end. */
  private digits(from: number): number {
    const { text } = this;
    let at = from;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) {
        this.mantissa = this.mantissa * 10 + (code - 48);
        if (this.significant > 0 || code !== 48) this.significant++;
      } else if (code === 95 && at > from && isDigit(text.charCodeAt(at + 1))) {
        this.hasUnderscore = true;
      } else {
        return at;
      }
    }
  }

  /** Reads `e-3` at `at` if one stands there, and sets where the number ends. */
  private exponent(at: number): number {
    const { text } = this;
    this.to = at;
    if ((text.charCodeAt(at) | 32) !== 101) return 0;
    const sign = text.charCodeAt(at + 1);
    const start = sign === 45 || sign === 43 ? at + 2 : at + 1;
    let end = start;
    let exponent = 0;
    for (; isDigit(text.charCodeAt(end)); end++) {
      // Beyond this the value is 0 or infinite anyway; the cap keeps the sum finite.
      exponent = Math.min(1e6, exponent * 10 + (text.charCodeAt(end) - 48));
    }
    if (end === start) return 0;
    this.isFloat = true;
    this.to = end;
    return sign === 45 ? -exponent : exponent;
  }

  private placesWithoutUnderscores(from: number, to: number): number {
    const digits = this.text.slice(from, to).replaceAll('_', '');
    const point = digits.indexOf('.');
    return point < 0 ? 0 : digits.length - point - 1;
  }
}
