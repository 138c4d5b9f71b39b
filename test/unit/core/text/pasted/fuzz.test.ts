import { expect, test } from 'vitest';
import { readTensors } from '../../../../../src/core/text/readTensors';
import { cleaned } from '../../../../../src/core/text/surroundings/cleaned';

const pieces = [
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  ';',
  ',',
  '\n',
  ' ',
  '1',
  '-2.5',
  '1e-3',
  '3.f',
  '*^',
  'c(',
  'matrix(',
  'nrow=2',
  '...',
  'Float32[',
  'vec![',
  'array![',
  '<tf.Tensor: shape=(2,), dtype=float32, numpy=',
  'Tensor(shape=[2], stop_gradient=True,',
  '>>> ',
  '... ',
  'In [1]: ',
  '12:00:00 INFO x: ',
  '[1/10]',
  '\u2212',
  '\uff11',
  '\uff0c',
  '\u00a0',
  '\u001b[31m',
  '\\n',
  '(1,.,.) =',
  '[ CPUFloatType{2,3} ]',
  '|',
  '---',
  '&',
  '\\\\',
  'Columns 1 to 6',
  'x <- ',
  'torch.tensor(',
  'float a[2] = ',
];

/** A sequence of numbers in [0, 1) that is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('no text makes the reader of pasted text throw, and all it finds lies in the text', () => {
  const random = seeded(7);
  for (let round = 0; round < 4000; round++) {
    const text = Array.from(
      { length: 1 + Math.floor(random() * 30) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join('');
    expect(cleaned(text)).toHaveLength(text.length);
    const { literals, problems } = readTensors(text, { isPasted: true });
    for (const { from, to, tensor } of literals) {
      expect(from >= 0 && from <= to && to <= text.length, text).toBe(true);
      expect(
        tensor.shape.reduce((product, size) => product * size, 1),
        text,
      ).toBe(tensor.data.length);
    }
    for (const { from, to } of problems)
      expect(from >= 0 && from <= to && to <= text.length, text).toBe(true);
  }
});

test('long texts of every kind are read at once', () => {
  const rows = (row: string) => Array.from({ length: 20_000 }, () => row).join('');
  for (const row of [
    '{1, 2}, ',
    '{',
    '[1 2; ',
    '[',
    'c(1, 2), ',
    'vec![',
    '>>> x\n',
    '[1/10] ',
    '1 2 3\n',
    '<tf.Tensor: ',
  ]) {
    readTensors(rows(row), { isPasted: true });
  }
});
