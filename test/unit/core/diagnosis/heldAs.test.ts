import { describe, expect, test } from 'vitest';
import { heldAs } from '../../../../src/core/diagnosis/heldAs';

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
