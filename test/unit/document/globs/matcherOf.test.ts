import { expect, test } from 'vitest';
import { matcherOf } from '../../../../src/document/globs/matcherOf';

test.each([
  ['**/tests/**', 'tests/a.py', true],
  ['**/tests/**', 'src/tests/deep/a.py', true],
  ['**/tests/**', 'src/mytests/a.py', false],
  ['tests', 'tests/a.py', true],
  ['tests/', 'tests/a.py', true],
  ['./tests', 'tests/a.py', true],
  ['tests', 'src/tests/a.py', false],
  ['*.py', 'a.py', true],
  ['*.py', 'src/a.py', false],
  ['**/*.py', 'a.py', true],
  ['**/*.py', 'src/a.py', true],
  ['**/*.py', 'src/a.pyi', false],
  ['src/**/old_?.py', 'src/x/old_1.py', true],
  ['src/**/old_?.py', 'src/old_12.py', false],
  ['**/{old,legacy}/**', 'x/legacy/a.py', true],
  ['**/*.{py,ipynb}', 'a.ipynb', true],
  ['**/*.{py,ipynb}', 'a.txt', false],
  ['[ab].py', 'b.py', true],
  ['[!ab].py', 'b.py', false],
  ['a+b.py', 'a+b.py', true],
  ['a+b.py', 'aab.py', false],
  ['{a', 'a', false],
  ['', 'a.py', false],
])('%s on %s: %s', (glob, path, isMatch) => {
  expect(matcherOf([glob]).matches(path)).toBe(isMatch);
});

test('any of several globs is enough', () => {
  expect(matcherOf(['a.py', 'b.py']).matches('b.py')).toBe(true);
});
