import { expect, test } from 'vitest';
import { formatPlain } from '../../../../src/webview/view/formatPlain';

test.each([
  [1, '1'],
  [0.1, '0.1'],
  [Math.fround(0.1), '0.100000001'],
  [-2.5, '-2.5'],
  [Number.NaN, 'nan'],
  [Number.POSITIVE_INFINITY, 'inf'],
  [Number.NEGATIVE_INFINITY, '-inf'],
])('%s is written %s', (value, text) => expect(formatPlain(value)).toBe(text));
