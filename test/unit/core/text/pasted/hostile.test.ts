import { expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core/index';
import { bracketEnds, skipBalanced } from '../../../../../src/core/text/characters/tokens';
import { readPasted } from '../../../../../src/core/text/pasted/readPasted';

// Texts of this length that took minutes, or hours, where work grows with the square of the text or faster.
const length = 100_000;

const pieces = [
  '\n',
  '\t\n',
  ' ',
  '\r\n',
  'tensor(indices=',
  'torch.Size(',
  'x <- rbind(c(1,',
  'x <- c(',
  '[',
  '<tf.Tensor',
];

test.each(pieces)('a text of %j alone is read to its end', (piece) => {
  const text = piece.repeat(length / piece.length);
  expect(readPasted(text, { isPasted: true }).literals).toEqual([]);
});

test('braces by the thousand on one line have the type in front of each', () => {
  const text = 'double a[2] = {1,2}, '.repeat(5_000);
  const { literals } = readPasted(text, { isPasted: true });
  expect(literals).toHaveLength(5_000);
  expect(literals.every(({ tensor }) => tensor.dtype === 'float64')).toBe(true);
});

test('thousands of small tensors get their roles and pairs', () => {
  const { pairs } = evaluateText('[[1., 2.]], [0], '.repeat(5_000));
  expect(pairs.length).toBe(2_500);
  expect(pairs.every(({ input, target }) => target === input + 1)).toBe(true);
});

test('the end of every bracket is what a search from it finds', () => {
  const text = 'a(b[c)d]((e)[f(g';
  const ends = bracketEnds(text);
  for (const [at, character] of [...text].entries()) {
    if (!'(['.includes(character)) continue;
    const isClosed = ends[at] > 0;
    expect(skipBalanced(text, at, text.length)).toBe(isClosed ? ends[at] : text.length);
  }
});
