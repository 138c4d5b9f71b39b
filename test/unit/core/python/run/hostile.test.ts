import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core/evaluate/evaluateText';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

describe('no text throws', () => {
  test('a whole number is exact, or not evaluated', () => {
    expect(runSnippet(`print(${'1'.repeat(400)})`).printed).toEqual(['1'.repeat(400)]);
    for (const written of ['1'.repeat(4000), `0x${'f'.repeat(4000)}`, `-${'9'.repeat(4000)}`]) {
      const { printed, unevaluated, error } = runSnippet(`x = ${written}\nprint(x)`);
      expect(error).toBeUndefined();
      expect(printed).toEqual([]);
      expect(unevaluated).toHaveLength(2);
    }
  });

  test.each(['torch.Size(', 'torch.tensor([', 'F.cross_entropy('])('200,000 characters of %s', (part) => {
    const text = part.repeat(200_000 / part.length);
    expect(() => evaluateText(text)).not.toThrow();
    expect(() => runSnippet(text)).not.toThrow();
  });

  test('however small the stack is', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { parentPort } from 'node:worker_threads';
          import { checkPython, evaluateText, runSnippet } from './src/core';
          for (const part of ['torch.tensor([', 'not ', 'lambda:', 'x.']) {
            const text = part.repeat(20_000);
            const reason = 'import torch.nn.functional as F; F.nll_loss(x, y)\\n';
            evaluateText(text);
            const { printed, unevaluated } = runSnippet(text + '\\nprint(1)');
            const { unread } = checkPython([{ path: 'a.py', text: reason + text }]);
            parentPort.postMessage([printed, unevaluated, unread].map(({ length }) => length));
          }`,
        resolveDir: '.',
      },
      bundle: true,
      platform: 'node',
      write: false,
    });
    const counts = await new Promise((resolve, reject) => {
      const worker = new Worker(outputFiles[0].text, { eval: true, resourceLimits: { stackSizeMb: 0.5 } });
      const found: unknown[] = [];
      worker.on('message', (message) => found.push(message));
      worker.once('error', reject);
      worker.once('exit', () => resolve(found));
    });
    expect(counts).toEqual(Array(4).fill([0, 1, 1]));
  });
});
