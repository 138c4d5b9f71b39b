import { expect, test } from 'vitest';
import { entries } from '../../fuzz/entries';
import { knownTexts } from '../../fuzz/knownTexts';
import { randomText } from '../../fuzz/randomText';
import { seededRandom } from './text/seededRandom';

// More of them: npm run fuzz.
test('no text makes core throw: words at random, and known texts with changes', () => {
  const random = seededRandom(17);
  const known = knownTexts();
  for (let round = 0; round < 200; round++) {
    const text = randomText(random, known);
    for (const [name, read] of Object.entries(entries)) {
      expect(() => read(text), `${name} of ${JSON.stringify(text)}`).not.toThrow();
    }
  }
}, 60_000);

test.each([
  ['a yield of an excerpt', 'a )yield a\nF.o'],
  ['a yield from nothing', 'F.t\nyield from'],
  ['a yield in a class', 'class A:\n    yield 1\nF.x\n'],
  ['an if without anything', 'if with.CrossEntropyLoss'],
  ['a number between two others as an index', '"log":\n\n softmax{3,4}[.1'],
  ['a half as an index of a list', '[1][.5]'],
])('%s is read', (_name, text) => {
  for (const [name, read] of Object.entries(entries)) expect(() => read(text), name).not.toThrow();
});
