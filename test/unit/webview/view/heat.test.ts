import { describe, expect, test } from 'vitest';
import { heatOf, largestPeak } from '../../../../src/webview/view/heat';

test('the largest of the peaks is 0 without any', () => {
  expect(largestPeak(Float64Array.of(1, 3, 0))).toBe(3);
  expect(largestPeak(new Float64Array(0))).toBe(0);
});

describe('heatOf', () => {
  test('colours by sign, in proportion to the largest magnitude', () => {
    expect(heatOf(2, 2)).toEqual({ className: 'heat heat-positive', share: '40.0%', isDot: false });
    expect(heatOf(-1, 2)).toEqual({ className: 'heat heat-negative', share: '20.0%', isDot: false });
  });

  test('gives inf the strongest colour and no more', () => {
    expect(heatOf(Number.NEGATIVE_INFINITY, 2)).toEqual({
      className: 'heat heat-negative',
      share: '40.0%',
      isDot: false,
    });
  });

  test('makes a dot of what is under 1 % of the largest', () => {
    const dot = { className: 'heat', share: '0.0%', isDot: true };
    expect([0.0199, -0.0199, 0].map((value) => heatOf(value, 2))).toEqual([dot, dot, dot]);
    expect(heatOf(0.02, 2)).toEqual({ className: 'heat heat-positive', share: '0.4%', isDot: false });
  });

  test('writes out nan, and every number where all are 0', () => {
    const plain = { className: 'heat', share: '0.0%', isDot: false };
    expect(heatOf(Number.NaN, 2)).toEqual(plain);
    expect(heatOf(0, 0)).toEqual(plain);
  });
});
