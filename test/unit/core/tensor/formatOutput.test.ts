import { expect, test } from 'vitest';
import { createTensor, formatOutput } from '../../../../src/core';

test('a scalar is written as PyTorch prints a number', () => {
  expect(formatOutput(createTensor([0.40714], [], 'float32'))).toBe('0.4071');
});

test('an unreduced loss stands in brackets, whole up to four elements', () => {
  expect(formatOutput(createTensor([1], [1], 'float32'))).toBe('[1.0000]');
  expect(formatOutput(createTensor([1, 2, 3, 4], [4], 'float32'))).toBe('[1.0000, 2.0000, 3.0000, 4.0000]');
});

test('more than four elements are cut with an ellipsis', () => {
  const text = formatOutput(createTensor([1, 2, 3, 4, 5], [5], 'float32'));
  expect(text).toBe('[1.0000, 2.0000, 3.0000, 4.0000, …]');
});
