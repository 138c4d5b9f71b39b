import { expect, test } from 'vitest';
import { readGrids } from '../../../../../src/core/text/grid/readGrids';

test.each([
  ['1,x\n3,4\n5,6', 2, 3],
  ['1,,3\n4,5,6\n7,8,9', 0, 4],
  ['x,0.5\n1,2\n3,4', 0, 1],
  ['| 1.5 | x |\n| 2 | 3 |\n| 4 | 5 |', 8, 9],
  ['     a    b\n0  1.5    x\n1  3.5  4.5\n2  3.5  4.5', 22, 23],
])('a first row with a cell that is no number is a problem, not a header: %j', (text, from, to) => {
  const { literals, problems } = readGrids(text);
  expect(literals).toEqual([]);
  expect(problems).toMatchObject([{ code: 'not-a-number', from, to }]);
});

test.each([
  ['columns that are counted', '     0    1\n0  1.5  2.5\n1  3.5  4.5'],
  ['counted columns of CSV', ',0,1\n0,1.5,2.5\n1,3.5,4.5'],
  ['a named index', 'id,2023,2024\n1.5,2.5\n3.5,4.5'],
  ['an index that does not count from 0', '     a    b\n7  1.5  2.5\n3  3.5  4.5'],
  ['names copied without the blanks before them', 'a    b\n0  1.5  2.5\n1  3.5  4.5'],
])('a header is no row: %s', (_, text) => {
  const { literals, problems } = readGrids(text);
  expect(problems).toEqual([]);
  expect(literals.map(({ tensor }) => [...tensor.data])).toEqual([[1.5, 2.5, 3.5, 4.5]]);
});

test('words above a table are no header that hides its first column', () => {
  const [{ tensor }] = readGrids('We use\n1 2 3\n4 5 6\nthere.').literals;
  expect([tensor.shape, [...tensor.data]]).toEqual([
    [2, 3],
    [1, 2, 3, 4, 5, 6],
  ]);
});

test('a target in the middle of the columns stays where it is', () => {
  const { literals } = readGrids('x,y,z\n1,2,3\n4,5,6');
  expect(literals.map(({ tensor }) => tensor.shape)).toEqual([[2, 3]]);
  const [, target] = readGrids('a,b,class\n1.5,2.5,0\n3.5,4.5,1').literals;
  expect([target.name, ...target.tensor.data]).toEqual(['class', 0, 1]);
});

test('a common factor claims no more places than were printed', () => {
  const decimalsOf = (text: string) => readGrids(text).literals[0].decimals;
  expect(decimalsOf('0.001 *\n 1.2345  2.3456\n[ CPUFloatType{1,2} ]')).toBe(7);
  expect(decimalsOf('100000 *\n 1.2345  2.3456\n[ CPUFloatType{1,2} ]')).toBe(-1);
  const slices = '(1,.,.) =\n0.001 *\n 1.2345  2.3456\n\n(2,.,.) =\n 1.5432  2.3456\n[ CPUFloatType{2,1,2} ]';
  expect(decimalsOf(slices)).toBe(4);
});

test('a data frame in blocks of columns whose rows differ in number is a problem', () => {
  const text = '     a    b  \\\n0  1.5  2.5\n1  3.5  4.5\n\n     c    d\n0  1.5  2.5\n1  3.5  4.5\n';
  expect(readGrids(text).literals[0].tensor.shape).toEqual([2, 4]);
  const { literals, problems } = readGrids(`${text}2  3.5  4.5\n`);
  expect(literals).toEqual([]);
  expect(problems).toMatchObject([{ code: 'ragged' }]);
});
