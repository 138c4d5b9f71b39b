import { describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../src/core/loss/crossEntropyLoss';
import { klDivLoss } from '../../../../src/core/loss/klDivLoss';
import { logSoftmax } from '../../../../src/core/loss/logSoftmax';
import { createTensor } from '../../../../src/core/tensor/tensor';

const input = createTensor(Float64Array.of(2, 1, 0.1, 0.5, 2.5, 0.3), [2, 3]);
const target = createTensor(Float64Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1), [2, 3]);

describe('klDivLoss', () => {
  it('of batchmean is cross entropy less the entropy of the target', () => {
    const { output, totalWeight } = klDivLoss(logSoftmax(input), target, { reduction: 'batchmean' });
    const entropy = -target.data.reduce((sum, p) => sum + p * Math.log(p), 0) / 2;
    expect(output!.data[0]).toBeCloseTo(crossEntropyLoss(input, target).output!.data[0] - entropy, 14);
    expect(totalWeight).toBe(2);
  });

  it('divides by the number of elements for mean', () => {
    const sum = klDivLoss(logSoftmax(input), target, { reduction: 'sum' }).output!.data[0];
    const { output, totalWeight } = klDivLoss(logSoftmax(input), target);
    expect(totalWeight).toBe(6);
    expect(output!.data[0]).toBe(sum / 6);
  });

  it('sums the gradient over the copies of a broadcast input', () => {
    const row = createTensor(Float64Array.of(-1, -2, -3), [3]);
    const { gradInput, perSample } = klDivLoss(row, target, { reduction: 'sum' });
    expect(perSample!.shape).toEqual([2, 3]);
    expect(gradInput!.shape).toEqual([3]);
    const sums = [0.7 + 0.1, 0.2 + 0.8, 0.1 + 0.1];
    gradInput!.data.forEach((g, c) => {
      expect(g).toBeCloseTo(-sums[c], 15);
    });
  });
});
