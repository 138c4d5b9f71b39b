import { execFileSync } from 'node:child_process';
import { parser } from '@lezer/python';
import { createTensor, crossEntropyLoss, findTensorAt, PythonChecker, runSnippet } from '../src/core';
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

const [rows, classes] = [4096, 1000];
const logits = createTensor(
  Float64Array.from({ length: rows * classes }, (_, i) => Math.sin(i) * 4),
  [rows, classes],
  'float32',
);
const target = createTensor(
  Float64Array.from({ length: rows }, (_, i) => i % classes),
  [rows],
  'int64',
);
const loss = median(5, () => crossEntropyLoss(logits, target));
const naive = median(3, () => textbookLoss(logits.data, target.data, classes));
report(
  `cross entropy and gradient, ${rows} × ${classes}`,
  loss,
  'textbook JavaScript in separate passes',
  naive,
);
const python = process.env.LOSS_LENS_PYTHON;
if (python) {
  const words = ['bench/torchLoss.py', String(rows), String(classes), '7'];
  const seconds = Number(execFileSync(python, words, { encoding: 'utf8' }));
  report(
    `cross entropy and gradient, ${rows} × ${classes}`,
    loss,
    'PyTorch float32 on one thread',
    seconds * 1000,
  );
} else {
  console.log('PyTorch did not join: LOSS_LENS_PYTHON is not set.');
}

/** log_softmax, nll_loss and the gradient one after the other, each over arrays of its own. */
function textbookLoss(data: Float64Array, targets: Float64Array, numClasses: number): Float64Array {
  const exps = data.map((x) => Math.exp(x));
  const sums = targets.map((_, row) =>
    exps.subarray(row * numClasses, (row + 1) * numClasses).reduce((a, b) => a + b),
  );
  const probs = exps.map((x, i) => x / sums[Math.floor(i / numClasses)]);
  return probs.map(
    (p, i) => (p - Number(targets[Math.floor(i / numClasses)] === i % numClasses)) / targets.length,
  );
}

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
