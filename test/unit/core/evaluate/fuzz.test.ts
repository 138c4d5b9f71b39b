import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluateText, numelOf, type Tensor } from '../../../../src/core';

const texts = [
  ...readdirSync('examples', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join('examples', name), 'utf8')),
  readFileSync('test/fixtures/text/seed-post.md', 'utf8'),
];
const splinters = [
  '[',
  ']',
  '(',
  ')',
  ', ',
  '\n',
  'nan',
  '-inf',
  '1e999',
  '...',
  'dim=7',
  '.log()',
  'nll_loss(',
  '```',
  '=',
  '0',
  '"',
];

/** Park and Miller's generator: the same numbers in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** A stretch of one of the texts with a few pieces cut, doubled or thrown in. */
function mangled(pick: (below: number) => number): string {
  const source = texts[pick(texts.length)];
  const from = pick(source.length);
  let text = source.slice(from, from + 20 + pick(900));
  for (let edit = pick(6); edit > 0; edit--) {
    const at = pick(text.length + 1);
    const end = Math.min(text.length, at + pick(12));
    const middle = [splinters[pick(splinters.length)], '', text.slice(at, end).repeat(2)][pick(3)];
    text = text.slice(0, at) + middle + text.slice(end);
  }
  return text;
}

function isWhole(tensor: Tensor | null): boolean {
  return tensor === null || tensor.data.length === numelOf(tensor.shape);
}

test('no text makes evaluateText throw, and what it gives is whole', { timeout: 120_000 }, () => {
  const seed = 20_261;
  const pick = generator(seed);
  for (let round = 0; round < 3000; round++) {
    const text = mangled(pick);
    const context = `seed ${seed}, round ${round}: ${JSON.stringify(text)}`;
    let evaluation: ReturnType<typeof evaluateText>;
    try {
      evaluation = evaluateText(text);
    } catch (error) {
      throw new Error(`${context}\n${error instanceof Error ? error.stack : error}`);
    }
    const { crossEntropyLoss, nllLoss, nllLossOfLogSoftmax } = evaluation.losses ?? {};
    const tensors = [crossEntropyLoss, nllLoss].flatMap((r) => [r?.output, r?.gradInput, r?.perSample]);
    for (const tensor of [...tensors, nllLossOfLogSoftmax?.output])
      expect(isWhole(tensor ?? null), context).toBe(true);
    for (const { from, to } of [...evaluation.tensors, ...evaluation.findings, ...evaluation.problems]) {
      expect(from >= 0 && from <= to && to <= text.length, context).toBe(true);
    }
  }
});
