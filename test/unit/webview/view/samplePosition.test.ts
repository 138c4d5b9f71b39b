import { expect, test } from 'vitest';
import { positionOf, sampleAt, sampleOf } from '../../../../src/webview/view/samplePosition';

test('a sample has a place along each axis, and is found there again', () => {
  expect(positionOf([2, 3, 4], 23)).toEqual([1, 2, 3]);
  for (let sample = 0; sample < 24; sample++) {
    expect(sampleAt([2, 3, 4], positionOf([2, 3, 4], sample))).toBe(sample);
  }
});

test('a sample without axes is the only one', () => {
  expect([positionOf([], 0), sampleAt([], [])]).toEqual([[], 0]);
});

test.each([
  [[5], '3', 3],
  [[5], ' 0 ', 0],
  [[5], '5', null],
  [[5], '-1', null],
  [[5], '', null],
  [[2, 3], '(1, 2)', 5],
  [[2, 3], '1 2', 5],
  [[2, 3], '4', null],
  [[5], 'three', null],
])('in %j the text “%s” names sample %s', (shape, typed, sample) => {
  expect(sampleOf(shape, typed)).toBe(sample);
});
