import { differenceOfRandomRows } from '../unit/core/loss/kernels/randomRows';
import { seededRandom } from '../unit/core/text/seededRandom';

const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const random = seededRandom(seed);
let numDifferent = 0;
for (let i = 0; i < count; i++) {
  const difference = differenceOfRandomRows(random);
  if (difference === null) continue;
  numDifferent++;
  console.log(difference);
}
console.log(
  `${count} random batches (seed ${seed}), ${numDifferent} with other losses or gradients than a textbook's.`,
);
if (numDifferent > 0) process.exitCode = 1;
