import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, type LossKey, microBatches } from '../../../../../src/core';
import { accumulationCode, splitWords } from '../../../../../src/webview/view/batch/microBatchWords';
import { partsOf } from '../partsOf';

const rows = 'logits = [[2.0, 1.0], [0.5, 2.5], [1.0, 1.0], [0.0, 3.0]]';

function wordsOf(target: string, at: number): readonly string[] {
  const { input, target: y, evaluation, losses } = partsOf(`${rows}\ny = ${target}`);
  if (!y) throw new RangeError('no target');
  const found = microBatches(input.tensor, y.tensor, evaluation.options, losses.crossEntropyLoss, at);
  if (!found) throw new RangeError('no loss');
  return splitWords(found, (value) => value.toFixed(4));
}

describe('why the mean of the means is the mean or not', () => {
  test('both parts divide by the same', () => {
    expect(wordsOf('[0, 1, 1, 0]', 2)).toEqual([expect.stringContaining('Both parts divide by 2')]);
  });

  test('the parts divide by different counts', () => {
    const [why, right] = wordsOf('[0, 1, 1, -100]', 2);
    expect(why).toContain('divide by 2 and 1');
    expect(why).toContain(
      '1/(2 · 2) = 0.2500 there, one of the second 0.5000; in the mean of the batch each counts 0.3333',
    );
    // cross_entropy of PyTorch 2.13 with reduction='sum' on each part, and with 'mean' on the whole.
    expect(right).toContain('(0.4402 + 0.6931) / 3 = 0.3778');
  });

  test('nothing counts in a part, or at all', () => {
    expect(wordsOf('[0, 1, -100, -100]', 2)[0]).toContain('In the second part nothing counts');
    expect(wordsOf('[-100, -100, 0, 1]', 2)[0]).toContain('In the first part nothing counts');
    expect(wordsOf('[-100, -100, -100, -100]', 2)).toEqual([expect.stringContaining('whole batch')]);
  });
});

test.each<[string, EvaluateOptions, LossKey, string, string]>([
  [
    '[0, 1, 1, 0]',
    {},
    'crossEntropyLoss',
    '(target != -100).sum()',
    "F.cross_entropy(x, y, reduction='sum')",
  ],
  [
    '[0, 1, 1, 0]',
    { labelSmoothing: 0.1 },
    'nllLoss',
    '(target != -100).sum()',
    "F.nll_loss(x, y, reduction='sum')",
  ],
  [
    '[0, 1, 1, 0]',
    {
      ignoreIndex: 1,
      labelSmoothing: 0.1,
      weight: { data: Float64Array.of(1, 2), shape: [2], dtype: 'float32' },
    },
    'crossEntropyLoss',
    'weight[target[target != 1]].sum()',
    "F.cross_entropy(x, y, weight=weight, ignore_index=1, label_smoothing=0.1, reduction='sum')",
  ],
  [
    '[[1.0, 0.0], [0.5, 0.5], [0.2, 0.8], [0.0, 1.0]]',
    {},
    'crossEntropyLoss',
    'len(target)',
    "F.cross_entropy(x, y, reduction='sum')",
  ],
])('the loop for target %s with %o of %s', (target, options, loss, total, call) => {
  const parts = partsOf(`${rows}\ny = ${target}`, {}, options);
  if (!parts.target) throw new RangeError('no target');
  const code = accumulationCode(loss, parts.evaluation.options, parts.input.tensor, parts.target.tensor);
  expect(code).toBe(
    `total = ${total}\nfor x, y in micro_batches:\n    loss = ${call} / total\n    loss.backward()`,
  );
});
