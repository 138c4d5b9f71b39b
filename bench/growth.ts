import { entries } from '../test/fuzz/entries';
import { oddShapes } from './oddTexts';
import { cpuTime } from './sideBySide';

/** Texts grow until they take so long, or are so long. Units: ms, UTF-16 code units. */
const longEnough = 50;
const longestText = 160_000;

/** What seems to grow too fast is measured again where garbage collections are no longer all of it. */
const sureTime = 500;
const sureText = 1_280_000;

/** Times grow like length to the power of 1; a power above this is told. */
const mostGrowth = 1.3;

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
    const growth = () => Math.log2(timeOf(length, 3) / timeOf(length / 4, 3)) / 2;
    if (timeOf(length, 1) < longEnough || growth() <= mostGrowth) continue;
    while (length < sureText && timeOf(length, 1) < sureTime) length *= 2;
    const power = growth();
    if (power <= mostGrowth) continue;
    numGrowing++;
    console.log(
      `  ${shape}: ${timeOf(length, 1).toFixed(0)} ms for ${length} characters, length to the power of ${power.toFixed(2)}`,
    );
  }
  console.log(`${name}: ${numGrowing} of ${oddShapes.length} shapes of text grow faster than ${mostGrowth}`);
}
