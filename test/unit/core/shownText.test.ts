import { expect, test } from 'vitest';
import { codeInWords, oneLine } from '../../../src/core/shownText';

test.each([
  ['a b', 'a b'],
  ['  a\n\n\tb\r\n', 'a b'],
  ['a\u0000\u0007b\u0085c\u2028d\u00a0e', 'a b c d e'],
  ['a\u202efdp.py\u2066', 'a fdp.py'],
])('%j is on one line', (text, line) => expect(oneLine(text)).toBe(line));

test.each([
  ['F.softmax', 'F.softmax'],
  ['nn.NLLLoss(\n"""\n\n`![t](x)`\n\n"""\n)', 'nn.NLLLoss( """ \'![t](x)\' """ )'],
  ['x'.repeat(81), `${'x'.repeat(80)}…`],
  ['𝑥'.repeat(81), `${'𝑥'.repeat(80)}…`],
  [`f(${' '.repeat(5_000)})`, 'f(…'],
])('%j is short and has no backticks', (code, words) => expect(codeInWords(code)).toBe(words));
