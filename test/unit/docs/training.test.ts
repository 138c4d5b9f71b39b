import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Run {
  readonly classes: number;
  readonly optimizer: string;
  readonly loss: string;
  readonly accuracies: readonly number[];
}

const runs: readonly Run[] = JSON.parse(readFileSync('test/fixtures/torch/training.json', 'utf8')).cases;

/** Rows of the table in docs/findings.md: the loss, then a cell for each optimizer and number of classes. */
const rows = readFileSync('docs/findings.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| `\w+Loss\(/.test(line))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
      .slice(1, -1),
  );

test('docs/findings.md gives the accuracies that were measured', () => {
  const measured = [...new Set(runs.map(({ loss }) => loss))].map((loss) => [
    loss,
    ...runs.filter((run) => run.loss === loss).map(rangeOf),
  ]);
  expect(rows).toEqual(measured);
});

/** The least and the largest accuracy of the seeds in whole percent: `5 – 7 %`. */
function rangeOf({ accuracies }: Run): string {
  const [least, most] = [Math.min(...accuracies), Math.max(...accuracies)].map((part) =>
    Math.round(part * 100),
  );
  return least === most ? `${least} %` : `${least} – ${most} %`;
}
