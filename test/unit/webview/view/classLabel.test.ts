import { expect, test } from 'vitest';
import { classLabel } from '../../../../src/webview/view/classLabel';

test('a class is its index, and its name where it has one', () => {
  const evaluation = { classNames: ['cat', ''] };
  expect([0, 1, 2].map((klass) => classLabel(evaluation, klass))).toEqual(['0 cat', '1', '2']);
  expect(classLabel({ classNames: null }, 3)).toBe('3');
});
