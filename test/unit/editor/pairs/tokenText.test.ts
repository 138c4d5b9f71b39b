import { expect, test } from 'vitest';
import { parseText } from '../../../../src/core';
import { tokenLines } from '../../../../src/editor/pairs/tokenText';

const text =
  '[{"token": "\\n", "logprob": -4.3202E-7, "top_logprobs": [{"token": "a", "logprob": -15.096754}]}, {"token": "![x](y)", "logprob": -0.00035739198}, null]';

test('a hover tells the token and all of them', () => {
  const [dump] = parseText(text).tokenLogProbs;
  // Mean and perplexity from torch.
  const sum = 'tokens: 3 · gaps: 1 · mean −log p = 0.0002 · perplexity 1.0002';
  expect(tokenLines(dump, text.indexOf('x](y'))).toEqual([
    '`![x](y)` · −log p = 0.0004 · p = 0.9996',
    '',
    sum,
  ]);
  expect(tokenLines(dump, text.indexOf('E-7'))[0]).toContain('partial: 2 listed tokens sum to 1');
  expect(tokenLines(dump, text.length - 2)[0]).toContain('gap');
  expect(tokenLines(dump, 0)).toEqual([sum]);
});
