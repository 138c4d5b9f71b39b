import { expect, test } from 'vitest';
import { nextItem } from '../../../../src/webview/view/nextItem';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 4, 0],
  ['ArrowUp', 0, 4],
  ['ArrowUp', 3, 2],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['a', 1, null],
])('%s from item %i of 5 goes to %o', (key, index, expected) => {
  expect(nextItem(key, index, 5)).toBe(expected);
});
