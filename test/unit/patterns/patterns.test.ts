import { check } from 'recheck';
import { expect, test } from 'vitest';
import { buildersIn, type Pattern, patternsIn } from './patternsIn';

/** Patterns that only ever see as many characters of a text as stands beside them. */
const bounded: Readonly<Record<string, number>> = {
  // Names in front of a tensor, `maxLeftSide`.
  '(?:^|[\\s(,{;>#*.[])([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*(?::[^=:]*)?:?\\s*$': 120,
  '([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*$': 120,
  // The type in front of braces, `maxPrefix`.
  '(?:new\\s+\\w+(?:\\[[\\d,]*\\])+|(?:\\[\\d*\\])+\\w+|torch::tensor\\()\\s*$|(?:\\[\\d*\\])+\\s*=\\s*$|\\b\\w+$': 80,
};

const patterns = patternsIn('src');

/** What takes more than linear time on some text, with that text; null when nothing does. */
async function weaknessOf({ path, source, flags }: Pattern): Promise<string | null> {
  const result = await check(source, flags, { timeout: null, randomSeed: 0 });
  if (result.status === 'safe') return null;
  const why = result.status === 'vulnerable' ? result.attack.pattern : result.error.kind;
  return `${path}: /${source}/${flags} on ${why}`;
}

test.each([
  ['^\\s*\\[', 'm'],
  ['\\S\\s*\\n\\s*\\S', ''],
  ['=+$', ''],
  ['^(?:.*/)?(?:.*/)?(?:.*/)?a$', ''],
])('/%s/%s is known to be slow', async (source, flags) => {
  expect(await weaknessOf({ path: '', source, flags })).not.toBeNull();
});

test('every pattern in the sources takes time in proportion to the text', async () => {
  const unbounded = patterns.filter(({ source }) => !(source in bounded));
  const weak: (string | null)[] = [];
  for (const pattern of unbounded) weak.push(await weaknessOf(pattern));
  expect(weak.filter((one) => one !== null)).toEqual([]);
}, 300_000);

test('the patterns that see little text are still there', () => {
  const sources = new Set(patterns.map(({ source }) => source));
  expect(Object.keys(bounded).filter((source) => !sources.has(source))).toEqual([]);
});

test('patterns are written, not built, but for one list of characters', () => {
  expect(buildersIn('src')).toEqual(['src/core/text/surroundings/cleaned.ts']);
});
