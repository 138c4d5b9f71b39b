import { expect, test } from 'vitest';
import { expAtMostZero } from '../../../../../src/core/loss/kernels/expAtMostZero';

/** Distance of two doubles of one sign in representable numbers between them. */
function ulpsBetween(a: number, b: number): number {
  const [x, y] = new BigInt64Array(Float64Array.of(a, b).buffer);
  return Math.abs(Number(x - y));
}

test.each([
  0,
  -0,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -708,
  -708.4,
  -744,
  -745.13,
  -745.14,
  -1e300,
  -5e-324,
])('exp(%s) is that of Math.exp', (x) => {
  expect(ulpsBetween(expAtMostZero(x), Math.exp(x)) <= 1 || Number.isNaN(x)).toBe(true);
  expect(Number.isNaN(expAtMostZero(x))).toBe(Number.isNaN(x));
});

test('it is within 1 ulp of Math.exp from -750 to 0, however small the number', () => {
  let worst = { x: 0, ulps: 0 };
  let seed = 1;
  for (let i = 0; i < 400_000; i++) {
    seed = (seed * 48271) % 2147483647;
    const share = seed / 2147483647;
    const x =
      i % 4 === 0 ? -750 * share : i % 4 === 1 ? -30 * share : i % 4 === 2 ? -share : -(10 ** (-17 * share));
    const ulps = ulpsBetween(expAtMostZero(x), Math.exp(x));
    if (ulps > worst.ulps) worst = { x, ulps };
  }
  expect(worst.ulps, `at ${worst.x}`).toBeLessThanOrEqual(1);
});
