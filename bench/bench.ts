import { parser } from '@lezer/python';
import { findTensorAt, PythonChecker, runSnippet } from '../src/core';
import { numberTexts } from './numberTexts';
import { programOf } from './program';

/** Median milliseconds of `runs` calls, after one that is not counted. */
function median(runs: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

function report(name: string, mine: number, peer: string, theirs: number): void {
  const ratio = theirs / mine;
  console.log(
    `${name}: ${mine.toFixed(2)} ms, ${peer}: ${theirs.toFixed(2)} ms, ${ratio.toFixed(2)} times as fast`,
  );
}

const jsonOf = (rows: number, columns: number) => numberTexts(rows, columns)['JSON, full precision'];

const line = `{"logits": ${jsonOf(2, 3).replace('\n', '')}, "labels": [0, 1]}\n`;
const document = line.repeat(Math.ceil(5e6 / line.length));
const offsets = Array.from({ length: 401 }, (_, i) => Math.floor((document.length / 401) * i) + 20);
const waits = offsets.map((offset) => {
  const start = performance.now();
  findTensorAt(document, offset);
  return performance.now() - start;
});
const sorted = waits.sort((a, b) => a - b);
report(
  'the array at a position of a 5 MB document, 95th percentile',
  sorted[Math.floor(sorted.length * 0.95)],
  'JSON.parse of all its lines',
  median(3, () => document.split('\n').map((one) => one && JSON.parse(one))),
);

for (const lines of [100, 1_000, 10_000, 100_000]) {
  const code = programOf(lines);
  report(
    `${lines} lines of Python checked from nothing`,
    median(lines > 10_000 ? 1 : 5, () => {
      const checker = new PythonChecker();
      checker.set('main.py', code);
      return checker.check();
    }),
    '@lezer/python, parsing alone',
    median(lines > 10_000 ? 1 : 5, () => parser.parse(code)),
  );
}

const program = programOf(10_000);
const edited = program.replace('nn.Linear(32, classes)', 'nn.Linear(64, classes)');
const checker = new PythonChecker();
let isEdited = false;
checker.set('main.py', program);
report(
  '10000 lines of Python checked again after an edit',
  median(5, () => {
    isEdited = !isEdited;
    checker.set('main.py', isEdited ? edited : program);
    return checker.check();
  }),
  '@lezer/python, parsing all of it',
  median(5, () => parser.parse(program)),
);

const snippet = `import torch
import torch.nn.functional as F
logits = torch.tensor(${jsonOf(100, 100)}, requires_grad=True)
labels = torch.arange(100)
for step in range(20):
    log_probs = F.log_softmax(logits, dim=1)
    loss = F.nll_loss(log_probs, labels) + 0.1 * (logits ** 2).mean()
    loss.backward()
    print(f'{step} {loss.item():.4f}')
`;
report(
  '20 steps forward and backward over (100, 100), as a snippet',
  median(5, () => runSnippet(snippet)),
  'the Python parser alone',
  median(5, () => parser.parse(snippet)),
);
