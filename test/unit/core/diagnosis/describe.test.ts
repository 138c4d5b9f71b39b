import { expect, describe as suite, test } from 'vitest';
import { describe } from '../../../../src/core/diagnosis/describe';
import type { Kind } from '../../../../src/core/diagnosis/description';
import { logSoftmax, softmax } from '../../../../src/core/loss/logSoftmax';
import { createTensor, type Tensor } from '../../../../src/core/tensor/tensor';

const logits = createTensor([2, 1, 0.1, 0.5, 2.5, 0.3], [2, 3], 'float32');

/** The tensor with each value rounded to `decimals` places, as someone would paste it. */
function printed(tensor: Tensor, decimals: number): Tensor {
  return { ...tensor, data: tensor.data.map((x) => Number(x.toFixed(decimals))) };
}

function map(tensor: Tensor, change: (x: number) => number): Tensor {
  return { ...tensor, data: tensor.data.map(change) };
}

const probs = softmax(logits);
const logProbs = logSoftmax(logits);

suite('a tensor looks like', () => {
  const table: readonly (readonly [string, Tensor, number, Kind])[] = [
    ['logits', logits, 1, 'logits'],
    ['log-probabilities with 4 decimals', printed(logProbs, 4), 4, 'log-probabilities'],
    ['log-probabilities with 2 decimals', printed(logProbs, 2), 2, 'log-probabilities'],
    ['probabilities with 4 decimals', printed(probs, 4), 4, 'probabilities'],
    ['probabilities with 1 decimal', printed(probs, 1), 1, 'probabilities'],
    ['one-hot rows', createTensor([1, 0, 0, 0, 1, 0], [2, 3], 'float32'), 0, 'one-hot'],
    [
      'negated log-probabilities',
      printed(
        map(logProbs, (x) => -x),
        4,
      ),
      4,
      'negated-log-probabilities',
    ],
    [
      'base 2',
      printed(
        map(logProbs, (x) => x / Math.LN2),
        4,
      ),
      4,
      'log2-probabilities',
    ],
    [
      'base 10',
      printed(
        map(logProbs, (x) => x / Math.LN10),
        4,
      ),
      4,
      'log10-probabilities',
    ],
    [
      'log-sigmoid',
      createTensor([-0.1, -2, -0.7, -0.2, -1, -1], [2, 3], 'float32'),
      1,
      'unnormalised-negatives',
    ],
    [
      'percentages',
      createTensor([70, 20, 10, 5.5, 4.5, 90], [2, 3], 'float32'),
      1,
      'unnormalised-probabilities',
    ],
    [
      'counts of equal sum',
      createTensor([3, 1, 4, 4, 2, 2], [2, 3], 'float32'),
      0,
      'unnormalised-probabilities',
    ],
    [
      'log of one-hot rows',
      createTensor([0, -Infinity, -Infinity, 0], [2, 2], 'float32'),
      0,
      'log-probabilities',
    ],
    ['nan', createTensor([Number.NaN, 1, 2, 3], [2, 2], 'float32'), 0, 'not-finite'],
    ['a row of -inf', createTensor([-Infinity, -Infinity, 2, 3], [2, 2], 'float32'), 0, 'not-finite'],
    ['no elements', createTensor([], [0, 3], 'float32'), 0, 'empty'],
    ['logits masked with -inf', createTensor([1, -Infinity, 2, 3], [2, 2], 'float32'), 0, 'logits'],
  ];
  test.each(table)('%s', (_, tensor, decimals, kind) => {
    expect(describe(tensor, { decimals }).kind).toBe(kind);
  });
});

test('whole numbers of an integer dtype are class indices, ignored ones included', () => {
  expect(describe(createTensor([0, 2, -100], [3])).kind).toBe('class-indices');
});

test('integer rows with a single 1 are one-hot', () => {
  expect(describe(createTensor([0, 1, 1, 0], [2, 2])).kind).toBe('one-hot');
});

test('integers in the part of an input are judged as scores', () => {
  expect(describe(createTensor([3, 1, 0, 5], [2, 2]), { role: 'input' }).kind).toBe('logits');
});

test('whole floats are class indices in the part of a target only', () => {
  const tensor = createTensor([0, 2], [2], 'float32');
  expect(describe(tensor, { role: 'target' }).kind).toBe('class-indices');
  expect(describe(tensor).kind).toBe('logits');
});

suite('the tolerance follows the written digits', () => {
  test('0.004 off is within two decimals and outside of three', () => {
    const row = createTensor([Math.log(0.5) + 0.004, Math.log(0.5) + 0.004], [1, 2], 'float64');
    expect(describe(row, { decimals: 2 }).kind).toBe('log-probabilities');
    expect(describe(row, { decimals: 3 }).kind).not.toBe('log-probabilities');
  });

  test('0.006 off is outside of two decimals, but reported with low confidence', () => {
    const row = createTensor([Math.log(0.5) - 0.006, Math.log(0.5) - 0.006], [1, 2], 'float64');
    const { kind, confidence } = describe(row, { decimals: 2 });
    expect([kind, confidence]).toEqual(['unnormalised-negatives', 'low']);
  });

  test('a printed float16 row that sums to 0.9998 is probabilities', () => {
    expect(describe(createTensor([0.9902, 0.0096], [1, 2], 'float16'), { decimals: 4 }).kind).toBe(
      'probabilities',
    );
  });

  test('the logarithm of rounded probabilities is allowed their rounding', () => {
    const third = createTensor([0.333, 0.333, 0.333].map(Math.log), [1, 3], 'float32');
    expect(describe(third, { decimals: 3, operations: ['log'] }).kind).toBe('log-probabilities');
  });
});

suite('grad_fn decides', () => {
  test('SoftmaxBackward0 makes probabilities for certain', () => {
    const { kind, confidence } = describe(printed(probs, 4), { decimals: 4, gradFn: 'SoftmaxBackward0' });
    expect([kind, confidence]).toEqual(['probabilities', 'certain']);
  });

  test('AddmmBackward0 makes logits even where the values could be log-probabilities', () => {
    expect(describe(logProbs, { gradFn: 'AddmmBackward0' }).kind).toBe('logits');
  });

  test('an unknown origin leaves it to the values', () => {
    expect(describe(logProbs, { gradFn: 'ViewBackward0' }).kind).toBe('log-probabilities');
  });
});

suite('another axis', () => {
  test('softmax over dim 0 is found there', () => {
    const { kind, dim, passingDims } = describe(softmax(logits, 0));
    expect([kind, dim, passingDims]).toEqual(['probabilities', 0, [0]]);
  });

  test('a doubly stochastic square passes along both axes and counts as right', () => {
    const { dim, passingDims } = describe(createTensor([0.3, 0.7, 0.7, 0.3], [2, 2], 'float32'), {
      decimals: 1,
    });
    expect([dim, passingDims]).toEqual([1, [1, 0]]);
  });

  test('sequence logits normalised over the last axis are found there', () => {
    const tensor = logSoftmax(
      createTensor(
        Float64Array.from({ length: 24 }, (_, i) => Math.sin(i)),
        [2, 3, 4],
      ),
      2,
    );
    expect(describe(tensor).dim).toBe(2);
  });
});

test('one row gives low confidence, two give high', () => {
  const row = createTensor([Math.log(0.25), Math.log(0.75)], [1, 2]);
  const two = createTensor([...row.data, ...row.data], [2, 2]);
  expect([describe(row).confidence, describe(two).confidence]).toEqual(['low', 'high']);
});

test('every row is judged, and the evidence names the worst one', () => {
  const tensor = createTensor([...logProbs.data, 3, 1, 2], [3, 3], 'float32');
  const { rowKind, rowKinds, evidence } = describe(tensor);
  expect(Array.from(rowKind, (kind) => rowKinds[kind])).toEqual([
    'log-probabilities',
    'log-probabilities',
    'logits',
  ]);
  expect(evidence[0]).toMatchObject({ row: 2, quantity: 'Σ exp(x)' });
});
