/** Powers of ten up to this size are at hand; numbers that need others are read by `Number`. */
const largestPower = 128;

const powers = Float64Array.from({ length: largestPower + 1 }, (_, size) => Number(`1e${size}`));

/** What each power of ten is more than its float64. */
const powerRests = powers.map((power, size) => Number(10n ** BigInt(size) - BigInt(power)));

/** Leaves the upper 26 bits of a float64 when it is taken off its product: Veltkamp's splitting. */
const splitter = 2 ** 27 + 1;

/** Many times what the terms left out below can change, relative to the result; far below what decides a rounding. */
const margin = 2 ** -98;

/**
 * `(whole + rest) · 10^power`, rounded once, as `Number` rounds what is written; NaN where that takes longer arithmetic.
 * `whole` and `rest` are ≥ 0 in size, and `whole` is their sum rounded.
 */
export function scaledByPower(whole: number, rest: number, power: number): number {
  const size = Math.abs(power);
  if (size > largestPower) return Number.NaN;
  const base = powers[size];
  const baseRest = powerRests[size];
  if (rest === 0 && baseRest === 0) return power < 0 ? whole / base : whole * base;
  const near = power < 0 ? whole / base : whole * base;
  const error =
    power < 0
      ? (whole - near * base - productError(near, base) + (rest - near * baseRest)) / base
      : productError(whole, base) + (rest * base + whole * baseRest);
  const low = near + (error - near * margin);
  return low === near + (error + near * margin) ? low : Number.NaN;
}

/** What the product of two numbers is more than its float64, exactly: Dekker's product. */
function productError(a: number, b: number): number {
  const aHigh = highBits(a);
  const bHigh = highBits(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - a * b + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

function highBits(x: number): number {
  const scaled = splitter * x;
  return scaled - (scaled - x);
}
