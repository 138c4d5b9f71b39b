import { expect, test } from 'vitest';
import { coloursOf } from '../../../../../src/core';

function coloured(text: string): readonly string[] {
  return coloursOf(text).map(({ from, to, kind }) => `${text.slice(from, to)} ${kind}`);
}

test.each([
  ['from torch import nn', ['from keyword', 'import keyword']],
  ['def f(x): return None', ['def constant', 'f function', 'return keyword', 'None constant']],
  ['class Net: pass', ['class constant', 'Net class', 'pass keyword']],
  ['loss.backward()  # grad', ['backward function', '# grad comment']],
  ["f'{x:.2f} a'", ["f' string", '.2f constant', " a' string"]],
  ['y = 1.', ['1 number']],
])('%s has the colours of the editor', (text, expected) => {
  expect(coloured(text)).toEqual(expected);
});

test('a text that is nested too deep has none', () => {
  expect(coloursOf('['.repeat(200_000))).toEqual([]);
});
