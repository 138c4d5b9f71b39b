import { expect, test } from 'vitest';
import { evaluateText, type TextPiece } from '../../../../src/core';
import { problemQuote } from '../../../../src/webview/view/problemQuote';

/** The quoted line of the first problem of a text, with the fault in «». */
function quoteIn(text: string): string | null {
  const [problem] = evaluateText(text).problems;
  const quote = problemQuote([{ from: 0, text, ranges: [] }], problem);
  return quote && `${quote.before}«${quote.fault}»${quote.after}`;
}

test.each([
  [
    'the line of the fault alone',
    'x = 1\nlogits = [[2.0, oops], [0.5, 1.0]]\ny = [0]',
    'logits = [[2.0, «oops»], [0.5, 1.0]]',
  ],
  ['no indentation', 'if x:\n    logits = [[2.0, oops]]', 'logits = [[2.0, «oops»]]'],
  ['a bracket that is never closed', 'logits = [[2.0, 1.0], [0.5', 'logits = [[2.0, 1.0], «[»0.5'],
])('quotes %s', (_, text, quoted) => {
  expect(quoteIn(text)).toBe(quoted);
});

test('cuts a long line around the fault, and leaves characters whole', () => {
  const many = '1.0, '.repeat(100);
  expect(quoteIn(`logits = [[${many}oops, ${many}]]`)).toMatch(/^….{39} «oops», .{38}…$/);
  const piece: TextPiece = { from: 0, text: `${'😀'.repeat(100)}x`, ranges: [] };
  expect(problemQuote([piece], { from: 200, to: 201 })?.before).toBe(`…${'😀'.repeat(40)}`);
});

test('quotes the first line of a fault of several, without its line end', () => {
  const piece: TextPiece = { from: 100, text: 'a = [[1., 2.],\r\n [3.]]', ranges: [] };
  const quote = problemQuote([piece], { from: 104, to: 122 });
  expect(quote).toEqual({ before: 'a = ', fault: '[[1., 2.],', after: '' });
});

test('quotes nothing where the text was not kept, or where there is no place', () => {
  expect(problemQuote([], { from: 0, to: 4 })).toBeNull();
  expect(quoteIn('nothing here')).toBeNull();
});
