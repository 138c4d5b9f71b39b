import { describe, expect, test } from 'vitest';
import {
  cellOf,
  gradientScaleOf,
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

describe('the bars of gradients', () => {
  const shown = readingsOf(partsOf('probs = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]\ny = [0, 1]'));
  const bars = (['crossEntropyLoss', 'nllLoss'] as const).map((loss) => {
    const scale = shown && gradientScaleOf(shown.table, loss);
    const norm = shown ? cellOf(shown.table, loss, 'probabilities').gradNorm : Number.NaN;
    return { scale, norm };
  });

  // Norms by autograd of PyTorch 2.13, on the logarithms of these numbers: 0.2236068 where the use is right.
  test('are shares of the gradient of the right use', () => {
    expect(bars.map(({ scale, norm }) => scale?.percentOf(norm))).toEqual(['58', '73']);
  });

  test('are linear, to the longest of all', () => {
    for (const { scale, norm } of bars) {
      expect(scale?.lengthOf(2 * norm)).toBeCloseTo(2 * (scale?.lengthOf(norm) ?? 0), 12);
      expect(scale?.right).toBe(bars[0].scale?.right);
    }
    const lengths = shown?.table.cells.map(({ gradNorm }) => bars[0].scale?.lengthOf(gradNorm) ?? 0) ?? [];
    expect(Math.max(...lengths)).toBeCloseTo(100, 12);
  });

  test('are left out where the right use has no gradient', () => {
    const certain = readingsOf(partsOf('probs = [[0.5, 0.5]]\ny = [-100]'));
    expect(certain && gradientScaleOf(certain.table, 'nllLoss')).toBe(null);
  });
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
