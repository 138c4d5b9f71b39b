import picomatch from 'picomatch';
import { expect, test } from 'vitest';
import { matcherOf } from '../../../../src/document/globs/matcherOf';

const names = ['a', 'b', 'ab', 'aab', 'a.py', '.b', 'c'];
const parts = [
  'a',
  'b',
  '*',
  '?',
  '**',
  'a*',
  '*b',
  '[ab]',
  '[!a]*',
  '[a-b]b',
  '{a,b}',
  '{a,b*}',
  '*.py',
  '{a/b,?b}',
];

/** Everything of these, up to `depth` of them with `/` between. */
function joined(words: readonly string[], depth: number): readonly string[] {
  if (depth === 0) return [];
  const shorter = joined(words, depth - 1);
  const last =
    depth === 1 ? [''] : shorter.filter((one) => one.split('/').length === depth - 1 || depth === 2);
  return [
    ...new Set([
      ...shorter,
      ...last.flatMap((start) => words.map((word) => (start ? `${start}/${word}` : word))),
    ]),
  ];
}

/** The path and the folders that it is in. */
function withFolders(path: string): readonly string[] {
  const folders = path.split('/');
  return folders.map((_, i) => folders.slice(0, i + 1).join('/'));
}

/** Its test of one path; as in VS Code, `x/**` names x itself too whatever x is, of which it knows some only. */
function theirTest(glob: string): (path: string) => boolean {
  const options = { dot: true, noextglob: true };
  const [inside, itself] = [glob, glob.replace(/\/\*\*$/, '')].map((one) =>
    picomatch(one.replaceAll('[!', '[^'), options),
  );
  return (path) => inside(path) || itself(path);
}

test('globs mean what they mean to picomatch, and all that is in the folders that they name', () => {
  const paths = joined(names, 3);
  const globs = joined(parts, 3).filter(
    (glob, i) => (glob.split('/').length < 3 || i % 7 === 0) && !glob.endsWith('**/**'),
  );
  const different: string[] = [];
  for (const glob of globs) {
    const { matches } = matcherOf([glob]);
    const theirs = theirTest(glob);
    const named = new Map<string, boolean>();
    for (const path of paths) {
      const isMatch = withFolders(path).some((one) => {
        const known = named.get(one) ?? theirs(one);
        named.set(one, known);
        return known;
      });
      if (matches(path) !== isMatch) different.push(`${glob} on ${path}: expected ${isMatch}`);
    }
  }
  expect(globs.length).toBeGreaterThan(500);
  expect(different).toEqual([]);
});
