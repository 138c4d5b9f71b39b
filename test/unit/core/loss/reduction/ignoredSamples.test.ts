import { describe, expect, it } from 'vitest';
import { ignoredSamples } from '../../../../../src/core/loss/reduction/ignoredSamples';
import { createTensor } from '../../../../../src/core/tensor/tensor';

const input = createTensor([1, 2, 3, 4], [2, 2], 'float64');

describe('the samples that are left out', () => {
  it('are those whose target is ignore_index', () => {
    const isIgnored = ignoredSamples(input, createTensor([1, -1], [2], 'int64'), -1);
    expect([0, 1].map(isIgnored)).toEqual([false, true]);
  });

  it('are none for class probabilities, even if one has that value', () => {
    const isIgnored = ignoredSamples(input, createTensor([-1, 2, -1, 2], [2, 2], 'float64'), -1);
    expect([0, 1].map(isIgnored)).toEqual([false, false]);
  });
});
