import { describe, expect, test } from 'vitest';
import {
  cellOf,
  gradientShare,
  leastAfterSoftmax,
  readingsOf,
  rightCode,
} from '../../../../../src/webview/view/explain/readingRows';
import { partsOf } from '../partsOf';

describe('the readings of a report', () => {
  test('show the losses of the numbers as they are in the column of their reading', () => {
    const parts = partsOf('logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]');
    const shown = readingsOf(parts);
    const cell = shown && cellOf(shown.table, 'nllLoss', 'logits');
    expect(cell?.value).toBe(parts.losses.nllLoss.output?.data[0]);
  });

  test('say how much weaker the gradient is after softmax: about 16,000 times for [10, 0, 0] with target 1', () => {
    const shown = readingsOf(partsOf('logits = [[10.0, 0.0, 0.0]]\ny = [1]'));
    expect(shown?.fade).toBeGreaterThan(16_000);
    expect(shown?.fade).toBeLessThan(16_300);
  });

  test('of a large input are those of the selected sample', () => {
    const row = Array.from({ length: 300 }, (_, c) => (c % 7) / 4).join(', ');
    const text = `logits = [${new Array(80).fill(`[${row}]`).join(', ')}]`;
    const shown = readingsOf(partsOf(text, { sample: 5 }));
    expect(shown?.isOneSample).toBe(true);
    expect(shown?.table.cells[0].gradAtTarget.length).toBe(1);
  });
});

test('the least after softmax is what a certain and right prediction still costs', () => {
  const shown = readingsOf(partsOf('probs = [[1.0, 0.0, 0.0]]\ny = [0]', { reading: 'probabilities' }));
  const cell = shown && cellOf(shown.table, 'crossEntropyLoss', 'probabilities');
  expect(cell?.value).toBeCloseTo(leastAfterSoftmax(3), 12);
});

test('gradients from a millionth to ten fill the bar, and none leaves it empty', () => {
  expect([0, Number.NaN, 1e-9, 1e-6, 1, 10, 1e5].map(gradientShare)).toEqual([0, 0, 0.02, 0.02, 6 / 7, 1, 1]);
});

test('the code is right for what the variable holds', () => {
  expect(rightCode('logits', 'z', [2, 3])).toEqual([
    'F.cross_entropy(z, target)',
    'F.nll_loss(F.log_softmax(z, dim=1), target)',
  ]);
  expect(rightCode('probabilities', 'p', [3])).toEqual([
    'F.cross_entropy(torch.log(p), target)',
    'F.nll_loss(torch.log(p), target)',
  ]);
});
