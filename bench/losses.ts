import { execFileSync } from 'node:child_process';
import { createTensor, crossEntropyLoss, runSnippet } from '../src/core';
import { cpuTime, medianOf, reportCpu, sideBySide } from './sideBySide';

const rounds = 9;
const [rows, classes] = [4096, 1000];

const batchOf = (numRows: number, numClasses: number) =>
  [
    createTensor(
      Float64Array.from({ length: numRows * numClasses }, (_, i) => Math.fround(Math.sin(i) * 4)),
      [numRows, numClasses],
      'float32',
    ),
    createTensor(
      Float64Array.from({ length: numRows }, (_, i) => i % numClasses),
      [numRows],
      'int64',
    ),
  ] as const;

const [logits, target] = batchOf(rows, classes);
const memory = new Float64Array(rows * classes);
const inFresh = () => crossEntropyLoss(logits, target);
const inReused = () => crossEntropyLoss(logits, target, {}, () => memory);
const [loss, textbook] = sideBySide(rounds, inReused, () => textbookLoss(logits.data, target.data, classes));
const name = `cross entropy and gradient, ${rows} × ${classes}`;
reportCpu(name, loss, 'textbook JavaScript in separate passes', textbook);

const [smallLogits, smallTarget] = batchOf(64, 10);
const python = process.env.LOSS_LENS_PYTHON;
if (python) {
  for (const dtype of ['float32', 'float64']) {
    const peer = lossOfPyTorch(rows, classes, dtype);
    besidePyTorch(`${name}, memory used again`, inReused, `PyTorch in ${dtype}`, peer, { isWarm: true });
    besidePyTorch(`${name}, fresh memory`, inFresh, `PyTorch in ${dtype}`, peer);
  }
  besidePyTorch(
    'cross entropy and gradient, 64 × 10',
    () => crossEntropyLoss(smallLogits, smallTarget),
    'PyTorch in float32',
    lossOfPyTorch(64, 10, 'float32'),
    { calls: 1000 },
  );
  const matrices = 'import torch\na = torch.rand(100, 100)\nb = torch.rand(100, 100)\n';
  besidePyTorch(
    '(100, 100) @ (100, 100) 100 times in a snippet',
    () => runSnippet(`import torch\ntorch.manual_seed(0)\n${matrices}for i in range(100):\n    c = a @ b\n`),
    'PyTorch',
    [matrices, 'for i in range(100):\n    c = a @ b\n'],
  );
} else {
  console.log('PyTorch did not join: LOSS_LENS_PYTHON is not set.');
}

/** What comes before, and the code. */
function lossOfPyTorch(numRows: number, numClasses: number, dtype: string): readonly [string, string] {
  const data = `torch.randn(${numRows}, ${numClasses}, dtype=torch.${dtype}, requires_grad=True)`;
  const setup = `logits = ${data}\ntarget = torch.randint(${numClasses}, (${numRows},))`;
  return [setup, 'logits.grad = None\nF.cross_entropy(logits, target).backward()'];
}

/** Ours before and after PyTorch, which runs in a process of its own on one thread; times of one call. */
function besidePyTorch(
  what: string,
  mine: () => unknown,
  peer: string,
  code: readonly [string, string],
  { calls = 1, isWarm = false } = {},
): void {
  const many = () => {
    for (let i = 0; i < calls; i++) mine();
  };
  const measured = () => Array.from({ length: rounds + 2 }, () => cpuTime(many) / calls).slice(2);
  const before = measured();
  const words = ['bench/torchTime.py', String(rounds), String(calls), ...code];
  const env = { ...process.env, ...(isWarm && { LOSS_LENS_WARM: '1' }) };
  const theirs = Number(execFileSync(python ?? '', words, { encoding: 'utf8', env }));
  reportCpu(what, medianOf([...before, ...measured()]), peer, theirs);
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
