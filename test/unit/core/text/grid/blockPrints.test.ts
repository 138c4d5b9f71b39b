import { describe, expect, test } from 'vitest';
import { readTensors } from '../../../../../src/core/text/readTensors';

/** Each tensor as `name values (shape) dtype`, and each problem as its code. */
function read(text: string, readings: Readonly<Record<number, string>> = {}): readonly string[] {
  const { literals, problems } = readTensors(text, { isPasted: true, readings });
  return [
    ...literals.map(({ name, tensor: { data, shape, dtype } }) =>
      `${name ?? ''} ${[...data].join(' ')} (${shape.join(', ')}) ${dtype}`.trim(),
    ),
    ...problems.map(({ code }) => code),
  ];
}

describe('prints in lines', () => {
  test.each([
    ['Octave', 'x =\n\n   1.0000   2.5000\n   3.0000  -4.0000\n\n', ['x 1 2.5 3 -4 (2, 2) float64']],
    [
      'Octave, in blocks of columns',
      'x =\n\n Columns 1 through 3:\n\n   1.0   2.0   3.0\n   5.0   6.0   7.0\n\n Column 4:\n\n   4.0\n   8.0\n',
      ['x 1 2 3 4 5 6 7 8 (2, 4) float64'],
    ],
    ['Octave, with a factor', 'x =\n\n   1.0e+03  *\n\n   1.0000   2.5000\n', ['x 1000 2500 (1, 2) float64']],
    [
      'Octave, slices',
      'ans =\n\nans(:,:,1) =\n\n   1   2\n   3   4\n\nans(:,:,2) =\n\n   5   6\n   7   8\n',
      ['1 2 3 4 5 6 7 8 (2, 2, 2) int64'],
    ],
    ['R', '     [,1] [,2]\n[1,]  0.1  0.2\n[2,]  0.3  0.4', ['0.1 0.2 0.3 0.4 (2, 2) float64']],
    [
      'R, in blocks of columns',
      '     [,1] [,2]\n[1,]    1    2\n[2,]    3    4\n     [,3]\n[1,]    5\n[2,]    6',
      ['1 2 5 3 4 6 (2, 3) int64'],
    ],
    ['R, vectors over several lines', '[1] 0.1 0.2 0.3\n[4] 0.4 0.5', ['0.1 0.2 0.3 0.4 0.5 (5) float64']],
    [
      'R, slices',
      ', , 1\n\n     [,1] [,2]\n[1,]    1    3\n[2,]    2    4\n\n, , 2\n\n     [,1] [,2]\n[1,]    5    7\n[2,]    6    8\n',
      ['1 3 2 4 5 7 6 8 (2, 2, 2) int64'],
    ],
    ['Julia', '2×3 Matrix{Float64}:\n 1.0  2.0  3.0\n 4.0  5.0  6.0', ['1 2 3 4 5 6 (2, 3) float64']],
    ['Julia vectors', '3-element Vector{Float32}:\n 1.5\n 2.0\n 3.0', ['1.5 2 3 (3) float32']],
    [
      'Julia, slices',
      '2×2×2 Array{Int64, 3}:\n[:, :, 1] =\n 1  2\n 3  4\n\n[:, :, 2] =\n 5  6\n 7  8',
      ['1 2 3 4 5 6 7 8 (2, 2, 2) int64'],
    ],
    ['pandas, a column', '0    0.5\n1   -1.5\nName: logits, dtype: float32', ['logits 0.5 -1.5 (2) float32']],
    [
      'YAML',
      'logits:\n  - [1.5, 2.0]\n  - [3.0, .inf]\nlabels:\n  - 1\n  - 0',
      ['logits 1.5 2 3 Infinity (2, 2) float32', 'labels 1 0 (2) int64'],
    ],
    ['YAML, nested', '- - 1.5\n  - 2.0\n- - 3.0\n  - 4.0', ['1.5 2 3 4 (2, 2) float32']],
  ])('of %s are read', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('whose rows differ are a problem', () => {
    expect(read('x =\n\n   1   2\n   3\n')).toEqual(['ragged']);
    expect(read('3-element Vector{Int64}:\n 1\n 2')).toEqual(['ragged']);
  });

  test('that leave rows out are refused', () => {
    expect(read('100×2 Matrix{Float64}:\n 1.0  2.0\n ⋮\n 3.0  4.0')).toEqual(['elided']);
  });
});

describe('numbers by themselves', () => {
  test.each([
    ['0.1\n0.2\n0.3', '0.1 0.2 0.3 (3) float32', '0.1 0.2 0.3 (3, 1) float32'],
    ['1, 2, 3', '1 2 3 (3) int64', '1 2 3 (1, 3) int64'],
  ])('%j are a vector, and a matrix where that is asked for', (text, vector, matrix) => {
    expect(read(text)).toEqual([vector]);
    expect(read(text, { 0: 'matrix' })).toEqual([matrix]);
  });

  test('with semicolons have decimal commas, or commas between them where that is asked for', () => {
    const text = '1,5;2,25\n3,5;-4';
    expect(read(text)).toEqual(['1.5 2.25 3.5 -4 (2, 2) float64']);
    expect(read('1,5;2\n3,5;4', { 0: 'separator' })).toEqual(['1 5 2 3 5 4 (2, 3) int64']);
    const [{ reading }] = readTensors(text, { isPasted: true }).literals;
    expect(reading?.others.map(({ id }) => id)).toEqual(['separator']);
  });

  test.each([
    'The 3 things\n1. first\n2. second',
    'x = 5\ny = 6\nz = 7',
    '1.0\n2.0\nabc',
    '42',
    '- item one\n- item two',
  ])('among other things are none: %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});
