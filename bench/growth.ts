import { entries } from '../test/fuzz/entries';
import { oddShapes } from './oddTexts';
import { cpuTime } from './sideBySide';

/** Texts grow until they take so long, or are so long. Units: ms, UTF-16 code units. */
const longEnough = 100;
const longestText = 160_000;

/** Times grow like length to the power of 1; a power above this is told. */
const mostGrowth = 1.3;

/** Below this a collection of garbage is longer than what is measured. Unit: ms. */
const least = 40;

const wanted = process.argv[2];
for (const [name, read] of Object.entries(entries)) {
  if (wanted && name !== wanted) continue;
  let numGrowing = 0;
  for (const { name: shape, textOf } of oddShapes) {
    const timeOf = (length: number, runs: number) => {
      const text = textOf(length);
      return Math.min(...Array.from({ length: runs }, () => cpuTime(() => read(text))));
    };
    let length = 2_500;
    while (length < longestText && timeOf(length, 1) < longEnough) length *= 2;
    const [whole, quarter] = [timeOf(length, 3), timeOf(length / 4, 3)];
    const growth = Math.log2(whole / quarter) / 2;
    if (whole < least || growth <= mostGrowth) continue;
    numGrowing++;
    console.log(
      `  ${shape}: ${length / 4} to ${length} characters, ${quarter.toFixed(0)} to ${whole.toFixed(0)} ms, ` +
        `length to the power of ${growth.toFixed(2)}`,
    );
  }
  console.log(`${name}: ${numGrowing} of ${oddShapes.length} shapes of text grow faster than ${mostGrowth}`);
}
