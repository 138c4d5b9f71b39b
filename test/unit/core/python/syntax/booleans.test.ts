import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

/** Values are Python 3.11's. */
test.each([
  ['not a and b', '3'],
  ['not b and c', 'False'],
  ['not a == b', 'True'],
  ['not None and b', '3'],
  ['b and not a or c', 'True'],
  ['a and not b or d', '-1'],
  ['a or not b and c', 'False'],
  ['not not a and True or 2', '2'],
  ['not 1 and not None or d', '-1'],
  ['not (a and b)', 'True'],
  ['b and (not b or d)', '-1'],
  ['not a if b else c', 'True'],
  ['d < b and a != c and not b << 2 and not True and 1 or 0', '0'],
])('%s', (code, expected) => {
  expect(runSnippet(`a, b, c, d = 0, 3, True, -1\nprint(${code})\n`).printed).toEqual([expected]);
});
