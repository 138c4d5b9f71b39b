import { type DType, isFloatingPoint } from './dtype';
import { roundToDType } from './roundToDType';

/** Decimals that PyTorch prints unless told otherwise (`torch.set_printoptions(precision=4)`). */
const decimals = 4;

/** From here on, and below `fixedFrom`, four fixed decimals would say too much or too little. */
const fixedBelow = 1e5;
const fixedFrom = 1e-4;

/**
 * `value` as PyTorch prints an element of `dtype`, after rounding to it: four decimals, half to even (`0.4071`);
 * four decimals and an exponent from 1e5 on and below 1e-4 (`2.0612e-09`); whole numbers plain; `True`, `False`;
 * `inf`, `-inf`, `nan`. Zero of either sign is `0.0000`.
 */
export function formatNumber(value: number, dtype: DType): string {
  const rounded = roundToDType(value, dtype);
  if (dtype === 'bool') return rounded === 0 ? 'False' : 'True';
  if (!isFloatingPoint(dtype)) return BigInt(rounded).toString();
  if (Number.isNaN(rounded)) return 'nan';
  const sign = rounded < 0 ? '-' : '';
  return sign + formatMagnitude(Math.abs(rounded));
}

function formatMagnitude(magnitude: number): string {
  if (magnitude === Number.POSITIVE_INFINITY) return 'inf';
  if (magnitude === 0 || (magnitude >= fixedFrom && magnitude < fixedBelow)) return formatFixed(magnitude);
  return formatExponential(magnitude);
}

/** `toFixed` rounds ties up, Python to even. A tie after four decimals is a multiple of 1/32, so both tests are exact. */
function formatFixed(magnitude: number): string {
  const doubled = magnitude * 20000;
  const isTie = Number.isInteger(magnitude * 32) && doubled % 2 === 1;
  if (!isTie) return magnitude.toFixed(decimals);
  const below = (doubled - 1) / 2;
  return ((below % 2 === 0 ? below : below + 1) / 10000).toFixed(decimals);
}

function formatExponential(magnitude: number): string {
  const [mantissa, exponent] = toExponentialHalfEven(magnitude).split('e');
  const digits = exponent.slice(1).padStart(2, '0');
  return `${mantissa}e${exponent[0]}${digits}`;
}

/** As `formatFixed`. Below 1e-4 no double lies exactly between two numbers of five digits. */
function toExponentialHalfEven(magnitude: number): string {
  const text = magnitude.toExponential(decimals);
  const exponent = Math.floor(Math.log10(magnitude));
  if (exponent < decimals || exponent > 26) return text;
  const unit = 10 ** (exponent - decimals);
  if (magnitude % unit !== unit / 2) return text;
  const below = (magnitude - unit / 2) / unit;
  return ((below % 2 === 0 ? below : below + 1) * unit).toExponential(decimals);
}

/** A shape as written in text: `(2, 3)`, `(3)`, `()`. */
export function formatShape(shape: readonly number[]): string {
  return `(${shape.join(', ')})`;
}
