import { describe, expect, test } from 'vitest';
import { createTensor } from '../../../../src/core';
import { compareLosses } from '../../../../src/webview/view/compareLosses';

const scalar = (value: number, dtype: 'float32' | 'float64' = 'float64') => createTensor([value], [], dtype);

describe('compareLosses', () => {
  test.each([
    ['the same numbers', scalar(0.5), scalar(0.5), 'equal'],
    ['numbers that float32 rounds to one', scalar(0.1, 'float32'), scalar(0.1 + 1e-12, 'float32'), 'equal'],
    ['nan on both sides', scalar(Number.NaN), scalar(Number.NaN), 'equal'],
    ['zeros of either sign', scalar(0), scalar(-0), 'equal'],
    ['float64 in the last places', scalar(0.1), scalar(0.1 + 1e-12), 'almost'],
    ['large numbers by their relative difference', scalar(1e12), scalar(1e12 + 1), 'almost'],
    ['numbers that differ in a digit shown', scalar(0.4071), scalar(0.4072), 'different'],
    ['a number with nan', scalar(1), scalar(Number.NaN), 'different'],
    ['a number with inf', scalar(1), scalar(Number.POSITIVE_INFINITY), 'different'],
    ['inf with a number', scalar(Number.POSITIVE_INFINITY), scalar(1), 'different'],
    ['inf with -inf', scalar(Number.POSITIVE_INFINITY), scalar(Number.NEGATIVE_INFINITY), 'different'],
    ['losses of other sizes', createTensor([1, 1], [2], 'float64'), scalar(1), 'different'],
  ])('compares %s', (_name, left, right, relation) => expect(compareLosses(left, right)).toBe(relation));
});
