import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateText, readTensors } from '../src/core';
import { numberTexts } from './numberTexts';
import { cpuTime, medianOf, reportCpu, sideBySide } from './sideBySide';

const rounds = 9;

function parseAndFill(text: string): Float64Array {
  const rows = JSON.parse(text) as number[][];
  const data = new Float64Array(rows.length * rows[0].length);
  for (const [i, row] of rows.entries()) data.set(row, i * row.length);
  return data;
}

const texts = numberTexts(1000, 1000);
const json = texts['JSON, full precision'];
for (const [name, text] of Object.entries(texts)) {
  const times = sideBySide(
    rounds,
    () => readTensors(text),
    () => parseAndFill(json),
  );
  const peer = 'JSON.parse of the numbers in full, and a copy';
  reportCpu(`1 M numbers to a tensor, ${name}`, times[0], peer, times[1]);
}

const evaluated = (): readonly number[] =>
  Array.from({ length: rounds + 2 }, () => cpuTime(() => evaluateText(json))).slice(2);
const python = process.env.LOSS_LENS_PYTHON;
if (python) {
  const path = join(tmpdir(), 'loss-lens-numbers.json');
  writeFileSync(path, json);
  const before = evaluated();
  const words = ['bench/textToLosses.py', path, String(rounds)];
  const theirs = Number(execFileSync(python, words, { encoding: 'utf8' })) * 1000;
  const mine = medianOf([...before, ...evaluated()]);
  const name = '1 M numbers to both losses, gradients and findings';
  reportCpu(name, mine, 'json and PyTorch on one thread, without findings', theirs);
} else {
  console.log(
    `1 M numbers to both losses, gradients and findings: ${medianOf(evaluated()).toFixed(1)} ms. ` +
      'PyTorch did not join: LOSS_LENS_PYTHON is not set.',
  );
}

console.log('growth, text to both losses, gradients and findings:');
for (const rows of [10, 100, 1000, 10_000, 100_000]) {
  const text = numberTexts(rows, 10)['JSON, full precision'];
  const time = medianOf(Array.from({ length: 7 }, () => cpuTime(() => evaluateText(text))));
  console.log(
    `  ${rows} × 10: ${time.toFixed(2)} ms, ${((time / rows / 10) * 1e6).toFixed(0)} ns an element`,
  );
}
