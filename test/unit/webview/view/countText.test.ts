import { expect, test } from 'vitest';
import { countText, percentText } from '../../../../src/webview/view/countText';

test('thousands are marked', () =>
  expect([countText(999), countText(1_234_567)]).toEqual(['999', '1,234,567']));

test.each([
  [1, 1, '100 %'],
  [0, 3, '0 %'],
  [0, 0, '–'],
  [2, 3, '66.7 %'],
  [9999, 10_000, '> 99.9 %'],
  [999, 1000, '99.9 %'],
  [1, 10_000, '< 0.1 %'],
])('%d of %d is %s: never all or nothing by rounding', (part, whole, text) => {
  expect(percentText(part, whole)).toBe(text);
});
