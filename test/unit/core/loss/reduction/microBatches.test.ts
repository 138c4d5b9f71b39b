import { describe, expect, it, test } from 'vitest';
import { crossEntropyLoss } from '../../../../../src/core/loss/crossEntropyLoss';
import type { LossKey } from '../../../../../src/core/loss/lossKeys';
import { nllLoss } from '../../../../../src/core/loss/nllLoss';
import { microBatches } from '../../../../../src/core/loss/reduction/microBatches';
import { createTensor } from '../../../../../src/core/tensor/tensor';
import { decodeNumber, decodeTensor, type GoldenNumber, type GoldenTensor } from '../golden';
import { decodeOptions, expectClose, type PanelCall, panelCases } from '../panelGolden';

interface MicroBatchCase extends PanelCall {
  readonly loss: LossKey;
  readonly at: number;
  readonly means: GoldenTensor;
  readonly sums: GoldenTensor;
  readonly meanOfMeans: GoldenNumber;
  readonly mean: GoldenNumber;
}

const losses = { crossEntropyLoss, nllLoss };
const tolerance = { relative: 1e-12, absolute: 1e-12 };

describe('both parts of a batch, their mean and the whole are those of PyTorch', () => {
  test.each(panelCases<MicroBatchCase>('microBatches', 'batch_measures.json'))('$name', (golden) => {
    const [input, target] = [decodeTensor(golden.input), decodeTensor(golden.target)];
    const options = decodeOptions(golden.options);
    for (const reduction of ['mean', 'sum', 'none'] as const) {
      const result = losses[golden.loss](input, target, { ...options, reduction });
      const found = microBatches(input, target, { ...options, reduction }, result, golden.at);
      if (!found) throw new RangeError('the loss has no value');
      const { parts, whole, meanOfMeans } = found;
      expectClose(
        parts.map(({ mean }) => mean),
        decodeTensor(golden.means).data,
        tolerance,
      );
      expectClose(
        parts.map(({ sum }) => sum),
        decodeTensor(golden.sums).data,
        tolerance,
      );
      expectClose([meanOfMeans, whole.mean], [golden.meanOfMeans, golden.mean].map(decodeNumber), tolerance);
      // The right weighting: sums over the divisor of the whole, also where a part has nothing that counts.
      expectClose([(parts[0].sum + parts[1].sum) / whole.divisor], [decodeNumber(golden.mean)], tolerance);
    }
  });
});

describe('micro-batches', () => {
  const input = createTensor([2, 1, 0.5, 2.5, 1, 1, 0, 3], [4, 2], 'float64');
  const target = createTensor([0, 1, -100, 1], [4], 'int64');

  it('count what each part divides by', () => {
    const weight = createTensor([1, 3], [2], 'float64');
    const found = microBatches(input, target, { weight }, crossEntropyLoss(input, target, { weight }), 2);
    expect(found?.parts.map(({ count, ignoredCount, divisor }) => [count, ignoredCount, divisor])).toEqual([
      [2, 0, 4],
      [2, 1, 3],
    ]);
    expect(found?.whole.divisor).toBe(7);
  });

  it('have no mean of means where a part is ignored as a whole', () => {
    const half = createTensor([0, 1, -100, -100], [4], 'int64');
    const found = microBatches(input, half, {}, crossEntropyLoss(input, half), 2);
    expect(found?.parts[1]).toMatchObject({ ignoredCount: 2, divisor: 0, sum: 0, mean: Number.NaN });
    expect(found?.meanOfMeans).toBeNaN();
    expect(found?.whole.mean).toBe(found?.parts[0].mean);
  });

  it('are cut before a row of the first dimension, whose positions stay together', () => {
    const tokens = createTensor(
      Array.from({ length: 12 }, (_, i) => i),
      [2, 3, 2],
      'float64',
    );
    const indices = createTensor([0, 1, 2, 0], [2, 2], 'int64');
    const found = microBatches(tokens, indices, {}, crossEntropyLoss(tokens, indices), 1);
    expect(found?.parts.map(({ count }) => count)).toEqual([2, 2]);
  });

  it('need a row on each side, and a loss with a value', () => {
    const whole = crossEntropyLoss(input, target);
    expect(() => microBatches(input, target, {}, whole, 4)).toThrow(RangeError);
    expect(() => microBatches(input, target, {}, whole, 0)).toThrow(RangeError);
    const one = createTensor([2, 1], [2], 'float64');
    const klass = createTensor([0], [], 'int64');
    expect(() => microBatches(one, klass, {}, crossEntropyLoss(one, klass), 1)).toThrow(RangeError);
    const refused = crossEntropyLoss(input, createTensor([7, 0, 0, 0], [4], 'int64'));
    expect(microBatches(input, target, {}, refused, 2)).toBeNull();
  });
});
