import { describe, expect, test } from 'vitest';
import { heatOf, largestMagnitude } from '../../../../src/webview/view/heat';

describe('largestMagnitude', () => {
  test('is the largest of either sign and passes over nan and inf', () => {
    const data = Float64Array.of(1, -3, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    expect(largestMagnitude(data)).toBe(3);
  });

  test('is 0 without a finite number', () => expect(largestMagnitude(Float64Array.of(Number.NaN))).toBe(0));
});

describe('heatOf', () => {
  test('colours by sign, in proportion to the largest magnitude', () => {
    expect(heatOf(2, 2)).toEqual({ className: 'heat heat-positive', share: '42.0%' });
    expect(heatOf(-1, 2)).toEqual({ className: 'heat heat-negative', share: '21.0%' });
  });

  test('gives inf the strongest colour and no more', () => {
    expect(heatOf(Number.NEGATIVE_INFINITY, 2)).toEqual({ className: 'heat heat-negative', share: '42.0%' });
  });

  test.each([0, -0, Number.NaN])('leaves %s without colour', (value) => {
    expect(heatOf(value, 2)).toEqual({ className: 'heat', share: '0%' });
  });
});
