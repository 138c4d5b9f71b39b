import { expect, test } from 'vitest';
import { longestGlob, longestGlobs, matcherOf } from '../../../../src/document/globs/matcherOf';

const deep = `${'a/'.repeat(5_000)}a`;
const long = 'a'.repeat(10_000);

// None of these ends in anybody's lifetime where a pattern backtracks.
test.each([
  [`${'**/'.repeat(14)}x`, deep, false],
  [`${'**/'.repeat(14)}a`, deep, true],
  [`${'*a'.repeat(12)}b`, long, false],
  ['*a'.repeat(12), long, true],
  [`{${'*a,'.repeat(20)}*b}`.repeat(5), `${long}c`, false],
  [`${'**/*a'.repeat(20)}b`, deep, false],
  [`${'{**/,*,?}'.repeat(40)}b`, deep, false],
  [`${'{'.repeat(200)}a${'}'.repeat(200)}`, 'a', true],
])('%s reads a long path once', (glob, path, isMatch) => {
  expect(matcherOf([glob]).matches(path)).toBe(isMatch);
});

test('globs that are too long, or too many, are refused with a reason; the others count', () => {
  const long = 'a'.repeat(longestGlob + 1);
  const many = Array.from({ length: longestGlobs / longestGlob }, (_, i) => `${i}`.padEnd(longestGlob, 'b'));
  const { matches, refused } = matcherOf(['a.py', long, ...many, 'b.py']);
  expect(matches('a.py')).toBe(true);
  expect(matches(long)).toBe(false);
  expect(matches('b.py')).toBe(false);
  expect(refused[0]).toEqual({ glob: long, problem: 'it has 501 characters, more than 500' });
  expect(refused.at(-1)).toEqual({
    glob: 'b.py',
    problem: 'with those before it, it has more than 10000 characters',
  });
});

test('a brace without an end is refused with a reason', () => {
  expect(matcherOf(['{a', 'b']).refused).toEqual([{ glob: '{a', problem: 'a "{" is never closed' }]);
});
