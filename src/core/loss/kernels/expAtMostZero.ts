/** Steps of the table in one octave, a power of two. With more the table leaves the cache, with fewer `p` needs terms. */
const steps = 512;
const stepBits = Math.log2(steps);

/** 2^(1 / steps) in units of 2^-120. */
const firstFraction = 1331028727391952820876552684700643176n;

/** 2^(i / steps) for i in [0, steps), and what the double leaves of it. */
const fractions = new Float64Array(steps);
const remainders = new Float64Array(steps);
for (let i = 0, exact = 2n ** 120n; i < steps; i++, exact = (exact * firstFraction) >> 120n) {
  const nearest = Number(exact);
  fractions[i] = nearest / 2 ** 120;
  remainders[i] = Number(exact - BigInt(nearest)) / 2 ** 120;
}

/** 2^-i for every exponent of a normal number. */
const halvings = Float64Array.from({ length: 1023 }, (_, i) => 2 ** -i);

/** ln 2 / steps in two parts; the first has so few bits that its product with a whole number of steps is exact. */
const stepHigh = 0.6931471803691238 / steps;
const stepLow = 1.9082149292705877e-10 / steps;

/** Adding it and taking it away again rounds a number below 2^51 to a whole one. */
const toWhole = 1.5 * 2 ** 52;

/** From here on exp(x) is a normal number. */
const leastNormal = -708;

/**
 * exp(x) for x <= 0, -inf or NaN, a multiple as fast as `Math.exp` and nearer to the truth: within 0.51 ulp; 1 for 0.
 *
 * exp(x) = 2^(k / steps) * exp(r) with |r| <= ln 2 / steps / 2, where four terms of the series are enough.
 * Source: P. T. P. Tang, "Table-driven implementation of the exponential function", ACM TOMS 15 (1989).
 */
export function expAtMostZero(x: number): number {
  if (!(x >= leastNormal)) return Math.exp(x);
  const k = x * (steps / Math.LN2) + toWhole - toWhole;
  const r = x - k * stepHigh - k * stepLow;
  const p = r + r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24)));
  const at = k & (steps - 1);
  const fraction = fractions[at];
  return (fraction + (remainders[at] + fraction * p)) * halvings[-(k >> stepBits)];
}
