import { expect, test } from 'vitest';
import { shortValue } from '../../../../../src/webview/snippet/view/shortValue';

test('a value of several lines becomes one line', () => {
  expect(shortValue('tensor([[1., 2.],\n        [3., 4.]])')).toBe('tensor([[1., 2.], [3., 4.]])');
});

test('a value that fits stays as it is', () => {
  expect(shortValue('tensor([1., 2.])')).toBe('tensor([1., 2.])');
});

test('a long value is cut, and says so', () => {
  const short = shortValue('1, '.repeat(500));
  expect(short.length).toBeLessThan(200);
  expect(short.endsWith('…')).toBe(true);
});
