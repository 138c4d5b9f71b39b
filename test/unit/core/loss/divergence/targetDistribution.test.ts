import { describe, expect, it } from 'vitest';
import { targetDistribution } from '../../../../../src/core/loss/divergence/targetDistribution';
import { createTensor } from '../../../../../src/core/tensor/tensor';

const input = createTensor([0, 0, 0, 0, 0, 0, 0, 0], [2, 4], 'float64');

describe('the distribution that a target means', () => {
  it('is one-hot for class indices', () => {
    const p = targetDistribution(input, createTensor([1, 3], [2], 'int64'), -100, 0);
    expect(p?.data).toEqual(Float64Array.of(0, 1, 0, 0, 0, 0, 0, 1));
    expect(p?.shape).toEqual([2, 4]);
  });

  it('gives every class its part of the smoothing', () => {
    const p = targetDistribution(input, createTensor([1, 3], [2], 'int64'), -100, 0.5);
    expect(p?.data.slice(0, 4)).toEqual(Float64Array.of(0.125, 0.625, 0.125, 0.125));
  });

  it('is nan throughout for an ignored sample', () => {
    const p = targetDistribution(input, createTensor([-1, 3], [2], 'int64'), -1, 0.5);
    expect(p?.data.slice(0, 4)).toEqual(new Float64Array(4).fill(Number.NaN));
    expect(p?.data[7]).toBe(0.625);
  });

  it('lies along the class dimension of (N, C, d1)', () => {
    const deep = createTensor([0, 0, 0, 0, 0, 0], [1, 3, 2], 'float64');
    const p = targetDistribution(deep, createTensor([0, 2], [1, 2], 'int64'), -100, 0);
    expect(p?.data).toEqual(Float64Array.of(1, 0, 0, 0, 0, 1));
  });

  it('is null for what is neither class indices nor probabilities of the shape', () => {
    for (const target of [createTensor([4, 0], [2], 'int64'), createTensor([0], [1], 'int64')]) {
      expect(targetDistribution(input, target, -100, 0)).toBeNull();
    }
  });
});
