import { expect, test } from 'vitest';
import { messageOf } from '../../../../../src/webview/snippet/view/messageOf';

test.each([
  ['TypeError', 'bad operand', 'TypeError: bad operand'],
  ['TypeError', 'expected one of:\n * (Tensor other)\n', 'TypeError: expected one of:\n * (Tensor other)'],
  ['StopIteration', '', 'StopIteration'],
])('%s with "%s"', (type, message, expected) => expect(messageOf({ type, message })).toBe(expected));
