import { NumberScanner } from '../../src/core/text/characters/numberScanner';
import { randomDecimal } from '../unit/core/text/characters/randomDecimal';
import { seededRandom } from '../unit/core/text/seededRandom';

const count = Number(process.argv[2] ?? 10_000_000);
const seed = Number(process.argv[3] ?? 1);
const random = seededRandom(seed);
let numDifferent = 0;
for (let i = 0; i < count; i++) {
  const text = randomDecimal(random);
  const scanner = new NumberScanner(text);
  const isRead = scanner.scan(0) && scanner.to === text.length;
  if (isRead && Object.is(scanner.value, Number(text))) continue;
  numDifferent++;
  console.log(`${text}: got ${isRead ? scanner.value : 'no number'}, expected ${Number(text)}`);
}
console.log(`${count} random decimals (seed ${seed}), ${numDifferent} read as other numbers than by Number.`);
if (numDifferent > 0) process.exitCode = 1;
