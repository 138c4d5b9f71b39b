import { seededRandom } from '../unit/core/text/seededRandom';
import { entries } from './entries';
import { knownTexts } from './knownTexts';
import { randomText } from './randomText';

/** What a small text may take before it counts as one that hangs. Unit: ms. */
const longestWait = 1_000;

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const random = seededRandom(seed);
const known = knownTexts();
const told = new Set<string>();
let numThrown = 0;
let numSlow = 0;
for (let i = 0; i < count; i++) {
  const text = randomText(random, known);
  for (const [name, read] of Object.entries(entries)) {
    const start = performance.now();
    try {
      read(text);
    } catch (error) {
      numThrown++;
      const { message, stack = '' } = error as Error;
      const where = stack.split('\n').find((line) => line.includes(' at ')) ?? '';
      if (!told.has(where))
        console.log(`${name} throws ${message}${where}: ${JSON.stringify(shortest(text, read))}`);
      told.add(where);
    }
    const took = performance.now() - start;
    if (took > longestWait) {
      numSlow++;
      console.log(`${name} takes ${took.toFixed(0)} ms: ${JSON.stringify(text)}`);
    }
  }
}
console.log(`${count} texts (seed ${seed}): ${numThrown} throws, ${numSlow} slower than ${longestWait} ms.`);
if (numThrown + numSlow > 0) process.exitCode = 1;

/** The text without whatever it throws without, piece by piece. */
function shortest(text: string, read: (text: string) => unknown): string {
  const throws = (shorter: string) => {
    try {
      read(shorter);
      return false;
    } catch {
      return true;
    }
  };
  let left = text;
  for (let size = left.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < left.length; ) {
      const without = left.slice(0, at) + left.slice(at + size);
      if (throws(without)) left = without;
      else at += size;
    }
  }
  return left;
}
