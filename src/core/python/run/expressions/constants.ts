import type { Constant } from '../../syntax/ast';
import { NotEvaluated } from '../../values/pythonError';
import type { Value } from '../../values/values';

/** Digits of the longest whole number that is read. */
const longestNumber = 1000;

/** The value of a literal in `text`. Whole numbers are exact, however long. */
export function constantOf({ value, isFloat, from, to }: Constant, text: string): Value {
  if (typeof value !== 'number' || isFloat) return value;
  if (Number.isSafeInteger(value)) return BigInt(value);
  const written = text.slice(from, to).replaceAll(/[_\s]/g, '');
  if (!/^-?(\d+|0[xob][\da-f]+)$/i.test(written) || written.length > longestNumber)
    throw new NotEvaluated(written.slice(0, 20));
  return written.startsWith('-') ? -BigInt(written.slice(1)) : BigInt(written);
}
