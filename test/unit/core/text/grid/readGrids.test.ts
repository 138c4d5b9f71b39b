import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGrids } from '../../../../../src/core/text/grid/readGrids';

interface Print {
  readonly text: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: readonly (number | string)[];
}

const prints: Print[] = readFileSync('test/fixtures/text/grid/libtorch.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

test('every print of LibTorch is read with its shape, dtype and values', () => {
  expect(prints.length).toBeGreaterThan(200);
  for (const { text, shape, dtype, values } of prints) {
    const { literals, problems } = readGrids(text);
    expect(problems, text).toEqual([]);
    expect(literals, text).toHaveLength(1);
    const [{ tensor, decimals, scientificDecimals }] = literals;
    expect(tensor.shape, text).toEqual(shape);
    expect(tensor.dtype, text).toBe(dtype);
    // A factor of 100000 and four decimals tell the values to within 5.
    const factors = [...text.matchAll(/(\S+) \*$/gm)].map((match) => Number(match[1]));
    const unit = Math.max(10 ** -(decimals ?? 0), Math.max(0, ...factors) * 1e-4);
    values.map(Number).forEach((value, index) => {
      const read = tensor.data[index];
      if (!Number.isFinite(value)) expect(read, text).toBe(value);
      else {
        const size = scientificDecimals === null ? unit : Math.abs(value) * 10 ** -scientificDecimals;
        expect(Math.abs(read - value), text).toBeLessThanOrEqual(size * 0.51 + Math.abs(value) * 1e-8);
      }
    });
  }
});

test.each([
  ['columns', 'logits =\n 1.5 -2.0\n 3.0 4.0\n'],
  ['CSV with a header and an index', ',a,b\n0,1.5,-2.0\n1,3.0,4.0\n'],
  ['TSV', '1.5\t-2.0\n3.0\t4.0'],
  ['Markdown', '|   | a | b |\n|---|:-:|---|\n| 0 | 1.5 | -2.0 |\n| 1 | 3.0 | 4.0 |'],
  ['LaTeX', '\\begin{bmatrix}\n1.5 & -2.0 \\\\\n3.0 & 4.0 \\\\\n\\end{bmatrix}'],
  ['a data frame', '     a    b\n0  1.5 -2.0\n1  3.0  4.0'],
])('%s are read row by row', (_, text) => {
  const { literals, problems } = readGrids(text);
  expect(problems).toEqual([]);
  expect(literals).toHaveLength(1);
  expect(literals[0].tensor.shape).toEqual([2, 2]);
  expect([...literals[0].tensor.data]).toEqual([1.5, -2, 3, 4]);
});

test.each([
  'In 2024 we saw 3 models.\nIt took 5 days, or 6.',
  'x = 1\ny = 2\nfor i in range(3):\n  x += 1',
  '',
  '3',
])('prose and code are no tables: %j', (text) =>
  expect(readGrids(text)).toEqual({ literals: [], problems: [] }),
);

test('a row of another length and a cell that is no number are problems at their place', () => {
  const ragged = readGrids('1,2,3\n4,5\n6,7,8').problems;
  expect(ragged).toMatchObject([
    { code: 'ragged', from: 6, to: 9, message: 'expected 3 columns in row 2, got 2' },
  ]);
  expect(readGrids('1,2\n3,x').problems).toMatchObject([{ code: 'not-a-number', from: 6, to: 7 }]);
  expect(readGrids('1,2\n3,').problems).toMatchObject([{ message: 'expected a number, got an empty cell' }]);
});

test('rows left out are a problem, and parts of prints are left unread', () => {
  const gap = readGrids('     a    b\n0  1.5 2.5\n1  1.5 2.5\n..  ...  ...\n8  1.5 2.5\n9  1.5 2.5');
  expect(gap.literals).toEqual([]);
  expect(gap.problems).toMatchObject([{ code: 'elided' }]);
  for (const text of ['   1.0e+03 *\n\n 1 2\n 3 4', ' Columns 1 through 2:\n\n 1 2\n 3 4']) {
    expect(readGrids(text)).toEqual({ literals: [], problems: [] });
  }
});

test.each([
  ['a,b,label\n1.5,2.5,0\n3.5,4.5,1', [1.5, 2.5, 3.5, 4.5], 'label'],
  ['Y\ta\tb\n0\t1.5\t2.5\n1\t3.5\t4.5', [1.5, 2.5, 3.5, 4.5], 'Y'],
  ['     a    b  target\n0  1.5  2.5       0\n1  3.5  4.5       1', [1.5, 2.5, 3.5, 4.5], 'target'],
  ['| a | b | y |\n|---|---|---|\n| 1.5 | 2.5 | 0 |\n| 3.5 | 4.5 | 1 |', [1.5, 2.5, 3.5, 4.5], 'y'],
])('a column that is called the target is a tensor of its own: %j', (text, values, name) => {
  const [tensor, target] = readGrids(text).literals;
  expect([...tensor.tensor.data]).toEqual(values);
  expect(tensor.tensor.shape).toEqual([2, 2]);
  expect(tensor.reading?.taken).toContain(name);
  expect([target.name, target.tensor.dtype, ...target.tensor.data]).toEqual([name, 'int64', 0, 1]);
});

test('mutated prints never make it throw', () => {
  let seed = 1;
  const next = (limit: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % limit;
  };
  const pieces = ['\n', ' ', '-', '.', '*', '{', ']', 'Columns 3 to 4 ', '(1,.,.) =\n', 'e', '|', '&', '9'];
  for (let round = 0; round < 3000; round++) {
    const { text } = prints[next(prints.length)];
    const at = next(text.length);
    const mutated = text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at + next(4));
    expect(() => readGrids(mutated)).not.toThrow();
  }
});
