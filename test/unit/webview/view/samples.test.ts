import { describe, expect, test } from 'vitest';
import { createTensor } from '../../../../src/core';
import { labelOf, samplesOf, targetOf } from '../../../../src/webview/view/samples';

describe('samplesOf', () => {
  test('an input of shape (C) is one sample without a name', () => {
    const samples = samplesOf([3]);
    expect(samples).toMatchObject({ count: 1, numClasses: 3, shape: [] });
    expect(labelOf(samples, 0)).toBe('');
  });

  test('each row of (N, C) is a sample, named by its index', () => {
    const samples = samplesOf([4, 3]);
    expect(samples).toMatchObject({ count: 4, numClasses: 3, shape: [4] });
    expect(samples.offsetOf(2, 1)).toBe(7);
    expect(labelOf(samples, 3)).toBe('3');
  });

  test('the classes of (N, C, d1, d2) lie in dim 1, and a sample is named by its position', () => {
    const samples = samplesOf([2, 3, 2, 4]);
    expect(samples).toMatchObject({ count: 16, numClasses: 3, shape: [2, 2, 4] });
    expect(labelOf(samples, 13)).toBe('(1, 1, 1)');
    expect(samples.offsetOf(13, 2)).toBe(((1 * 3 + 2) * 2 + 1) * 4 + 1);
  });
});

describe('targetOf', () => {
  const samples = samplesOf([2, 3]);

  test('takes the class index of the sample', () => {
    expect(targetOf(samples, createTensor([2, 0], [2]), 0)).toEqual({ klass: 2, probability: 1 });
  });

  test('takes the largest class of probabilities, along the classes', () => {
    const pixels = samplesOf([1, 3, 2]);
    const target = createTensor([0.1, 0.5, 0.7, 0.2, 0.2, 0.3], [1, 3, 2]);
    expect(targetOf(pixels, target, 0)).toEqual({ klass: 1, probability: 0.7 });
    expect(targetOf(pixels, target, 1)).toEqual({ klass: 0, probability: 0.5 });
  });

  test('takes a single class with the shape of the input for a probability', () => {
    const target = createTensor([0.25, 0.75], [2, 1]);
    expect(targetOf(samplesOf([2, 1]), target, 1)).toEqual({ klass: 0, probability: 0.75 });
  });

  test('says nothing for a target of another size, or none', () => {
    expect(targetOf(samples, createTensor([0, 1, 2], [3]), 0)).toBeNull();
    expect(targetOf(samples, undefined, 0)).toBeNull();
  });
});
