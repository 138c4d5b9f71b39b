import { describe, expect, test } from 'vitest';
import { createTensor, logSoftmax } from '../../../../src/core';
import { bridgeSteps } from '../../../../src/webview/view/bridgeSteps';

describe('bridgeSteps', () => {
  test('ends in the log_softmax of core, also where exp(x) alone would overflow', () => {
    const row = Float64Array.of(1000, 999, -3);
    const steps = bridgeSteps(row, 0);
    const expected = logSoftmax(createTensor(row, [3], 'float64')).data;
    expect(steps?.max).toBe(1000);
    expect(steps?.sum).toBeCloseTo(1 + Math.exp(-1), 12);
    steps?.logSoftmax.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 12);
    });
    expect(steps?.logSoftmax).toHaveLength(3);
  });

  test('shows eight classes and sums over all of them', () => {
    const steps = bridgeSteps(new Float64Array(20), null);
    expect(steps?.classes).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(steps?.sum).toBe(20);
  });

  test('shows the class of the target in the last place when it is further out', () => {
    expect(bridgeSteps(new Float64Array(20), 15)?.classes).toEqual([0, 1, 2, 3, 4, 5, 6, 15]);
    expect(bridgeSteps(new Float64Array(20), -100)?.classes).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(bridgeSteps(new Float64Array(20), 20)?.classes).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('takes -inf beside a finite maximum', () => {
    expect(bridgeSteps(Float64Array.of(0, Number.NEGATIVE_INFINITY), 0)?.exp).toEqual([1, 0]);
  });

  test.each([[[1, Number.NaN]], [[1, Number.POSITIVE_INFINITY]], [[Number.NEGATIVE_INFINITY]], [[]]])(
    'has no steps for the row %j',
    (row) => {
      expect(bridgeSteps(Float64Array.from(row), null)).toBeNull();
    },
  );
});
