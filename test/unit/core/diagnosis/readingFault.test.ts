import { describe, expect, it } from 'vitest';
import { readingFault } from '../../../../src/core/diagnosis/readingFault';
import { softmax } from '../../../../src/core/loss/logSoftmax';
import type { DType } from '../../../../src/core/tensor/dtype';
import { createTensor } from '../../../../src/core/tensor/tensor';
import { decodeNumber, type GoldenNumber } from '../loss/golden';
import { panelCases } from '../loss/panelGolden';

interface SoftmaxCase {
  readonly kind: 'precision';
  readonly dtype: DType;
  readonly softmax: readonly GoldenNumber[];
  readonly logSoftmax: readonly GoldenNumber[];
}

const rows = (data: readonly number[], numClasses: number) =>
  createTensor(data, [data.length / numClasses, numClasses], 'float32');

describe('numbers cannot be what they are said to be', () => {
  it('when a probability is negative', () => {
    expect(readingFault(rows([0.5, 0.5, 1.5, -0.5], 2), 'probabilities')).toMatchObject({ row: 1 });
    expect(readingFault(rows([-0.5, 1.5], 2), 'probabilities')).toEqual({
      row: 0,
      measure: 'negative',
      value: -0.5,
    });
  });

  it('when a probability is above 1', () => {
    expect(readingFault(rows([0.5, 0.5, 1.5, 0], 2), 'probabilities')).toEqual({
      row: 1,
      measure: 'above',
      value: 1.5,
    });
  });

  it('when every log-probability of a row is -inf', () => {
    const none = rows([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY], 2);
    expect(readingFault(none, 'log-probabilities')).toEqual({ row: 0, measure: 'sum', value: 0 });
  });

  it('when a log-probability is above 0', () => {
    expect(readingFault(rows([0.25, -3], 2), 'log-probabilities')).toEqual({
      row: 0,
      measure: 'above',
      value: 0.25,
    });
  });

  it('when a row does not sum to 1', () => {
    expect(readingFault(rows([0.5, 0.25], 2), 'probabilities')).toEqual({
      row: 0,
      measure: 'sum',
      value: 0.75,
    });
    expect(readingFault(rows([0, 0], 2), 'log-probabilities')).toEqual({
      row: 0,
      measure: 'sum',
      value: expect.closeTo(2, 12),
    });
  });

  it('when a row holds nan or inf', () => {
    for (const reading of ['probabilities', 'log-probabilities'] as const) {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(readingFault(rows([value, 0], 2), reading)).toEqual({ row: 0, measure: 'not-finite', value });
      }
    }
  });

  it('along the class dimension of (N, C, d1)', () => {
    // Each sum over the class dimension is 1, those over the last one are not.
    const good = createTensor([0.9, 0.4, 0.1, 0.6], [1, 2, 2], 'float32');
    expect(readingFault(good, 'probabilities')).toBeNull();
    const bad = createTensor([0.9, 0.1, 0.4, 0.6], [1, 2, 2], 'float32');
    expect(readingFault(bad, 'probabilities')).toMatchObject({ row: 0, measure: 'sum' });
    const nan = createTensor([0.9, Number.NaN, 0.1, 0.6], [1, 2, 2], 'float32');
    expect(readingFault(nan, 'probabilities')).toMatchObject({ row: 1, measure: 'not-finite' });
  });
});

describe('numbers can be', () => {
  it('logits, whatever they are', () => {
    expect(readingFault(rows([Number.NaN, Number.POSITIVE_INFINITY, -3, 1e9], 2), 'logits')).toBeNull();
  });

  it('probabilities and log-probabilities, with 0 and -inf', () => {
    expect(readingFault(rows([1, 0, 0.5, 0.5], 2), 'probabilities')).toBeNull();
    const logProbs = rows([0, Number.NEGATIVE_INFINITY, Math.log(0.5), Math.log(0.5)], 2);
    expect(readingFault(logProbs, 'log-probabilities')).toBeNull();
  });

  it('rounded probabilities, as far as the written digits allow', () => {
    const thirds = rows([0.333, 0.333, 0.333], 3);
    expect(readingFault(thirds, 'probabilities', 3)).toBeNull();
    expect(readingFault(thirds, 'probabilities')).toMatchObject({ measure: 'sum' });
    expect(readingFault(rows([0.333, 0.333, 0.32], 3), 'probabilities', 3)).toMatchObject({ measure: 'sum' });
  });

  it('rounded log-probabilities, however many classes there are', () => {
    const rounded = rows(Array(1000).fill(-6.91), 1000);
    expect(readingFault(rounded, 'log-probabilities', 2)).toBeNull();
    expect(readingFault(rows(Array(1000).fill(-6.89), 1000), 'log-probabilities', 2)).toMatchObject({
      measure: 'sum',
    });
  });

  it('what PyTorch makes of logits in each dtype', () => {
    let count = 0;
    for (const { dtype, softmax: probs, logSoftmax: logProbs } of panelCases<SoftmaxCase>('precision')) {
      if (probs.includes('nan')) continue;
      count++;
      const tensor = (values: readonly GoldenNumber[]) =>
        createTensor(values.map(decodeNumber), [values.length], dtype);
      expect(readingFault(tensor(probs), 'probabilities')).toBeNull();
      expect(readingFault(tensor(logProbs), 'log-probabilities')).toBeNull();
    }
    expect(count).toBeGreaterThan(500);
  });

  it('what softmax gives for many classes', () => {
    const logits = rows(
      Array.from({ length: 1000 }, (_, i) => Math.cos(i * 7) * 5),
      1000,
    );
    const probs = softmax(logits);
    expect(readingFault({ ...probs, data: probs.data.map(Math.fround) }, 'probabilities')).toBeNull();
  });
});
