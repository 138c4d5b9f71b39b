import { describe, expect, test } from 'vitest';
import { readTensors } from '../../../../../src/core';

const read = (text: string, readings = {}) =>
  readTensors(text, { isPasted: true, readings }).literals.map(
    ({ name, tensor: { dtype, shape, data } }) => `${name}: ${dtype} (${shape}) ${[...data].join(' ')}`,
  );

const batch = ['probs: float32 (2,3) 0.5 0.25 0.25 0.125 0.375 0.5', 'label: int64 (2) 0 2'];

describe('records with the same keys are one batch', () => {
  test.each([
    ['lines of JSON', '{"probs": [0.5, 0.25, 0.25], "label": 0}\n{"probs": [0.125, 0.375, 0.5], "label": 2}'],
    ['a list', '[{"probs": [0.5, 0.25, 0.25], "label": 0}, {"probs": [0.125, 0.375, 0.5], "label": 2}]'],
    [
      'with a text',
      '{"id": "a", "probs": [0.5, 0.25, 0.25], "label": 0}\n{"id": "b", "probs": [0.125, 0.375, 0.5], "label": 2}',
    ],
    ['a log', 'probs: [0.5, 0.25, 0.25] label: 0\nprobs: [0.125, 0.375, 0.5] label: 2'],
    ['a log with =', 'step 1 probs=[0.5, 0.25, 0.25] label=0\nstep 2 probs=[0.125, 0.375, 0.5] label=2'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(batch);
  });

  test('whatever the numbers of one record are written like', () => {
    expect(read('{"x": [1, 2]}\n{"x": [0.5, 1]}')).toEqual(['x: float32 (2,2) 1 2 0.5 1']);
    expect(read('{"x": [[1], [2]], "y": [0, 1]}\n{"x": [[3], [4]], "y": [1, 0]}')).toEqual([
      'x: int64 (2,2,1) 1 2 3 4',
      'y: int64 (2,2) 0 1 1 0',
    ]);
  });

  test('which is said, and each can be read by itself', () => {
    const text = 'probs: [0.5, 0.25, 0.25] label: 0\nprobs: [0.125, 0.375, 0.5] label: 2';
    const [first] = readTensors(text, { isPasted: true }).literals;
    expect(first.reading?.taken).toBe('2 records as one batch');
    expect(read(text, { [first.from]: 'alone' })).toHaveLength(4);
  });
});

test.each([
  ['of different shapes', '{"x": [1.5, 2]}\n{"x": [1.5, 2, 3]}', 2],
  ['with a key of its own', '{"x": [1.5, 2], "label": 0}\n{"x": [1.5, 2]}', 3],
  ['that are assigned one after the other', 'x = [1.5, 2]\nx = [2.5, 2]', 2],
  ['under different keys', '{"x": [1.5, 2], "z": [1.5, 2]}', 2],
])('records %s stay tensors of their own', (_, text, count) => {
  expect(read(text)).toHaveLength(count);
});

describe('values in one row have the shape beside them', () => {
  const values = 'null: float32 (2,3) 1.5 0.5 -0.5 -1.5 0.75 2';
  test.each([
    [
      "Tensor {\n  cpuData: Float32Array(6) [ 1.5, 0.5, -0.5, -1.5, 0.75, 2 ],\n  dims: [ 2, 3 ],\n  type: 'float32'\n}",
      values,
    ],
    ['{"shape": [2, 3], "data": [1.5, 0.5, -0.5, -1.5, 0.75, 2]}', values.replace('null', 'data')],
    [
      '{"data": [1.5, 0.5, -0.5, -1.5, 0.75, 2], "dtype": "float32", "shape": [2, 3]}',
      values.replace('null', 'data'),
    ],
    ['{"shape": [3, 3], "data": [1.5, 2]}', 'data: float32 (2) 1.5 2'],
  ])('%s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
    expect(read(text.replace(/"shape": \[3, 3\], /, ''))).toHaveLength(1);
  });
});

test('NumPy wraps a vector where a line has no room for another number', () => {
  const print =
    '[0.         0.         0.         0.         0.         0.\n 0.0131073  0.05862427 0.10992432 0.14489746 0.23620605 0.21582031\n 0.06555176 0.12451172 0.03131104 0.         0.         0.        ]';
  expect(readTensors(print, { isPasted: true }).literals[0].tensor.shape).toEqual([18]);
  expect(readTensors('[1.5 2.5\n 3.5 4.5]', { isPasted: true }).literals[0].tensor.shape).toEqual([2, 2]);
});
