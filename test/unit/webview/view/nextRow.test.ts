import { expect, test } from 'vitest';
import { nextRow } from '../../../../src/webview/view/nextRow';

test.each([
  ['ArrowUp', 4],
  ['ArrowDown', 6],
  ['PageUp', 2],
  ['PageDown', 8],
  ['Home', 0],
  ['End', 9],
])('%s moves from row 5 of 10 to row %i', (key, row) => expect(nextRow(key, 5, 10, 3)).toBe(row));

test('no key leaves the table', () => {
  expect(nextRow('ArrowUp', 0, 10, 3)).toBe(0);
  expect(nextRow('PageDown', 8, 10, 3)).toBe(9);
});

test.each(['Enter', 'toString'])('%s moves no row', (key) => expect(nextRow(key, 5, 10, 3)).toBeNull());
