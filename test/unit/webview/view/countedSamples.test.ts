import { expect, test } from 'vitest';
import { createTensor } from '../../../../src/core/tensor/tensor';
import { countedSamples } from '../../../../src/webview/view/countedSamples';
import { partsOf } from './partsOf';

const { options } = partsOf('logits = [[1, 2], [3, 4], [5, 6]]\nlabels = [0, 1, 0]').evaluation;

test('the samples of a mean are those whose target is not ignored', () => {
  expect(countedSamples(3, createTensor([0, -100, 1], [3]), options)).toBe(2);
  expect(countedSamples(3, createTensor([0, -100, 1], [3]), { ...options, ignoreIndex: 0 })).toBe(2);
});

test('probabilities are ignored by no index', () => {
  expect(countedSamples(2, createTensor([0, 1], [2], 'float32'), { ...options, ignoreIndex: 0 })).toBe(2);
  expect(countedSamples(2, undefined, options)).toBe(2);
});
