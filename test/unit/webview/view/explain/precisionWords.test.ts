import { expect, test } from 'vitest';
import { precisionResults } from '../../../../../src/core';
import { errorText, firstBreak, lossOnTheWay } from '../../../../../src/webview/view/explain/precisionWords';

test('the first route that loses what log_softmax keeps is named with the way it is lost', () => {
  const results = precisionResults(Float64Array.of(2, 20, 0.1), 0);
  expect(firstBreak(results, 0)).toEqual({ dtype: 'float16', route: 'byHand', loss: 'overflow' });
});

test('nothing is lost where all routes agree', () => {
  expect(firstBreak(precisionResults(Float64Array.of(2, 1, 0), 0), 0)).toBeNull();
});

test('what other classes lose is not the target’s loss', () => {
  const soft = precisionResults(Float64Array.of(0, -30), 0).find(
    ({ dtype, route }) => dtype === 'float16' && route === 'logOfSoftmax',
  );
  expect(soft && lossOnTheWay(soft, 1)).toBe('underflow');
  expect(soft && lossOnTheWay(soft, 0)).not.toBe('overflow');
});

test('an error is said in percent, and not below what can be meant', () => {
  expect([0, 1e-15, 3.14159e-4, Number.NaN, Number.POSITIVE_INFINITY].map(errorText)).toEqual([
    '',
    '',
    '0.031 %',
    '',
    '',
  ]);
});
