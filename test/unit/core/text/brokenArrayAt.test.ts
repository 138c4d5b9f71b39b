import { expect, test } from 'vitest';
import { readTensors } from '../../../../src/core';
import { brokenArrayAt } from '../../../../src/core/text/brokenArrayAt';
import { markedOffset } from './marked';

function brokenAt(marked: string) {
  const { text, offset } = markedOffset(marked);
  const broken = brokenArrayAt(text, readTensors(text).problems, offset);
  if (!broken) return null;
  const { from, to, name, problem } = broken;
  return [text.slice(from, to), name, text.slice(problem.from, problem.to), problem.message];
}

test.each([
  ['rows = [[1|, 2], [3]]', ['[[1, 2], [3]]', 'rows', '[3]', 'row 1 has 1 value, expected 2 as in row 0']],
  [
    'x = torch.tensor([[1., 2.], |[3.]])',
    ['[[1., 2.], [3.]]', null, '[3.]', 'row 1 has 1 value, expected 2 as in row 0'],
  ],
  ['{"logits": |[1.5, "a"]}', ['[1.5, "a"]', 'logits', '"a"', 'expected a number, got "a"']],
  ['x = [1.5, None|]', ['[1.5, None]', 'x', 'None', 'expected a number, got "None"']],
  ['logits = [|]', ['[]', 'logits', '[]', 'expected numbers, got an empty array']],
  ['logits = |[[], []]', ['[[], []]', 'logits', '[[], []]', 'expected numbers, got an empty array']],
  ['x = [[[], []], [1|]]', ['[[[], []], [1]]', 'x', '[1]', 'row 1 has 1 value, expected 2 as in row 0']],
])('tells what is wrong in %s', (marked, expected) => {
  expect(brokenAt(marked)).toEqual(expected);
});

test.each([
  'x = [[1|, 2], [3, 4]]',
  'first = values[|0]',
  'names = ["a|", "b"]',
  '|x = [1, "a"]',
  'x = [1, "a"]|',
  'f(|)',
  'a[|]',
  '{|}',
  'a [note\nx = f(|1)\nrows = [[1], [2, 3]]',
  'x = [[1, 2|], [3, 4]]\nrows = [[1], [2, 3]]',
  'x = []\ny = [1|, 2]',
])('tells nothing in %s', (marked) => {
  expect(brokenAt(marked)).toBeNull();
});
