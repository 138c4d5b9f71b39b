import { describe, expect, test } from 'vitest';
import { heldAs } from '../../../../src/core/diagnosis/heldAs';
import { seededRandom } from '../text/seededRandom';

describe('values written in full', () => {
  // torch.log_softmax(torch.tensor([1., 2., 3.]).to(dtype), 0).tolist() of PyTorch 2.13.
  test.each([
    ['bfloat16', [-2.40625, -1.40625, -0.40625], 5],
    ['float16', [-2.408203125, -1.4072265625, -0.407470703125], 12],
  ] as const)('of a %s tensor have its precision', (dtype, values, decimals) => {
    expect(heldAs(Float64Array.from(values), decimals)).toEqual({
      decimals: null,
      scientificDecimals: null,
      dtype,
    });
  });

  test('of a float32 that held rounded numbers have the decimals of those', () => {
    expect(heldAs(Float64Array.of(Math.fround(-0.27), Math.fround(-1.44)), 17)).toEqual({
      decimals: 2,
      scientificDecimals: null,
      dtype: 'float32',
    });
  });

  test.each([
    ['prints of four decimals', [-0.25, -1.5], 4],
    ['float32 with all its digits', [Math.fround(-0.4076059), Math.fround(-1.4076059)], 17],
    ['whole numbers', [1, 2], null],
  ])('are not told from %s', (_, values, decimals) => {
    expect(heldAs(Float64Array.from(values), decimals)).toBeNull();
  });
});

/** Decimals of the shortest number that this float32 is the nearest one to, by the numbers as they are written. */
function writtenDecimals(x: number): number {
  for (let decimals = 0; decimals <= 6; decimals++) {
    if (Math.fround(Number(x.toFixed(decimals))) === x) return decimals;
  }
  return 7;
}

describe('decimals of float32', () => {
  test('are those of the numbers as toFixed writes them', () => {
    const random = seededRandom(23);
    const anyFloat = () => new Float32Array(Uint32Array.of(Math.floor(random() * 2 ** 32)).buffer)[0] || 0.1;
    for (let round = 0; round < 40_000; round++) {
      const size = (random() - 0.5) * 10 ** Math.floor(random() * 12 - 4);
      const written = Math.fround(Number(size.toFixed(Math.floor(random() * 9))));
      const x = round % 4 === 0 ? anyFloat() : round % 4 === 1 ? Math.fround(size) : written;
      if (!Number.isFinite(x)) continue;
      const decimals = writtenDecimals(x);
      // Not one of a 16-bit type, so that the float32 is what is told.
      const held = heldAs(Float64Array.of(x, Math.fround(0.1)), 17);
      expect(held?.decimals ?? 7, String(x)).toBe(Math.max(1, decimals));
    }
  });
});
