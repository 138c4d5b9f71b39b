const round = Math.fround;

/** PyTorch makes so many normal numbers at once, from as many uniform ones. */
export const vectorLength = 16;

/** `a * b + c`, rounded once. */
function fused(a: number, b: number, c: number): number {
  return round(a * b + c);
}

function rounded(numbers: readonly number[]): readonly number[] {
  return numbers.map(round);
}

const bits = new Float32Array(1);
const bitsAsInt = new Int32Array(bits.buffer);

const logTerms = rounded([
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
]);
const [logLow, logHigh] = rounded([-2.1219444e-4, 0.693359375]);

/** The natural logarithm of a float32 > 0 as the vectors have it: Cephes' `logf`. */
function log(of: number): number {
  bits[0] = of;
  let exponent = (bitsAsInt[0] >>> 23) - 126;
  bitsAsInt[0] = (bitsAsInt[0] & 0x807fffff) | 0x3f000000;
  let x = bits[0];
  if (x < round(Math.SQRT1_2)) {
    exponent--;
    x = round(round(x - 1) + x);
  } else x = round(x - 1);
  const square = round(x * x);
  const sum = logTerms.slice(1).reduce((y, term) => fused(y, x, term), logTerms[0]);
  let y = fused(round(sum * x), square, round(exponent * logLow));
  y = fused(square, -0.5, y);
  return fused(exponent, logHigh, round(x + y));
}

const parts = rounded([-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8]);
const [cos0, cos1, cos2] = rounded([2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]);
const [sin0, sin1, sin2] = rounded([-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]);

/** Sine and cosine of a float32 >= 0 as the vectors have them: Cephes' `sinf` and `cosf`. */
function sineAndCosine(angle: number): readonly [sine: number, cosine: number] {
  const octant = (Math.trunc(round(angle * round(4 / Math.PI))) + 1) & ~1;
  const x = parts.reduce((rest, part) => fused(octant, part, rest), angle);
  const square = round(x * x);
  const even = round(fused(fused(cos0, square, cos1), square, cos2) * square);
  const cosine = round(fused(even, square, round(square * -0.5)) + 1);
  const sine = fused(round(fused(fused(sin0, square, sin1), square, sin2) * square), x, x);
  const isTurned = (octant & 2) !== 0;
  const [first, second] = isTurned ? [cosine, sine] : [sine, cosine];
  return [octant & 4 ? -first : first, (octant - 2) & 4 ? second : -second];
}

/**
 * Makes uniform numbers of float32 normal ones, 16 of them from `at` on: the first eight with the eight behind them, as
 * AVX2's vectors do bit for bit. Other processors differ in the last digits.
 * Source: aten/src/ATen/native/cpu/DistributionTemplates.h, normal_fill_16_AVX2, and avx_mathfun.h.
 */
export function makeNormal(data: Float64Array, at: number): void {
  for (let i = at; i < at + vectorLength / 2; i++) {
    const radius = round(Math.sqrt(round(-2 * log(round(1 - data[i])))));
    const [sine, cosine] = sineAndCosine(round(round(2 * Math.PI) * data[i + vectorLength / 2]));
    data[i] = round(radius * cosine);
    data[i + vectorLength / 2] = round(radius * sine);
  }
}
