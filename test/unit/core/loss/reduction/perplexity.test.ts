import { describe, expect, it, test } from 'vitest';
import { logSoftmax } from '../../../../../src/core/loss/logSoftmax';
import { perplexityOf } from '../../../../../src/core/loss/reduction/perplexity';
import { createTensor } from '../../../../../src/core/tensor/tensor';
import { decodeNumber, decodeTensor, type GoldenNumber } from '../golden';
import { decodeOptions, expectClose, type PanelCall, panelCases } from '../panelGolden';

interface PerplexityCase extends PanelCall {
  readonly count: number;
  readonly meanNats: GoldenNumber;
  readonly perplexity: GoldenNumber;
  readonly bits: GoldenNumber;
}

describe('perplexity is that of PyTorch', () => {
  test.each(panelCases<PerplexityCase>('perplexity', 'batch_measures.json'))('$name', (golden) => {
    const { ignoreIndex = -100 } = decodeOptions(golden.options);
    const found = perplexityOf(
      logSoftmax(decodeTensor(golden.input)),
      decodeTensor(golden.target),
      ignoreIndex,
    );
    expect(found?.count).toBe(golden.count);
    expectClose(
      [found?.meanNats ?? 'none', found?.perplexity ?? 'none', found?.bits ?? 'none'],
      [golden.meanNats, golden.perplexity, golden.bits].map(decodeNumber),
      { relative: 1e-12, absolute: 1e-12 },
    );
  });
});

describe('perplexity', () => {
  const logProbs = logSoftmax(createTensor([0, 0, 0, 0, 0, 0, 0, 0], [2, 4], 'float64'));

  it('is the number of classes for a model that knows nothing', () => {
    const found = perplexityOf(logProbs, createTensor([1, 3], [2], 'int64'), -100);
    expectClose([found?.perplexity ?? 'none', found?.bits ?? 'none'], [4, 2]);
  });

  it('is infinite where a target has probability 0', () => {
    const certain = createTensor([0, Number.NEGATIVE_INFINITY], [1, 2], 'float64');
    expect(perplexityOf(certain, createTensor([1], [1], 'int64'), -100)?.perplexity).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('is nan where all targets are ignored', () => {
    expect(perplexityOf(logProbs, createTensor([1, 1], [2], 'int64'), 1)).toMatchObject({
      count: 0,
      perplexity: Number.NaN,
    });
  });

  it.each([
    ['class probabilities', createTensor([1, 0, 0, 0, 0, 1, 0, 0], [2, 4], 'float32')],
    ['a target of another size', createTensor([1, 0, 0], [3], 'int64')],
    ['an index that is no class', createTensor([1, 4], [2], 'int64')],
    ['a fraction', createTensor([1, 0.5], [2], 'float32')],
  ])('is not defined for %s', (_, target) => {
    expect(perplexityOf(logProbs, target, -100)).toBeNull();
  });
});
