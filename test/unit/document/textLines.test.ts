import { expect, test } from 'vitest';
import { lineStartsOf, positionAt } from '../../../src/document/textLines';

test.each([
  ['', [0]],
  ['a', [0]],
  ['a\nb', [0, 2]],
  ['a\r\nb\rc\n', [0, 3, 5, 7]],
])('the lines of %j start at %j', (text, starts) => {
  expect(lineStartsOf(text)).toEqual(starts);
});

test('positions count lines and characters from 0', () => {
  const starts = lineStartsOf('ab\r\n\nc');
  const positions = [0, 2, 4, 5, 6].map((offset) => positionAt(starts, offset));
  expect(positions.map(({ line, character }) => `${line}:${character}`)).toEqual([
    '0:0',
    '0:2',
    '1:0',
    '2:0',
    '2:1',
  ]);
});
