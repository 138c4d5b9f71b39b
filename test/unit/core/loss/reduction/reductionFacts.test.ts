import { describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../../src/core/loss/crossEntropyLoss';
import type { CrossEntropyLossOptions } from '../../../../../src/core/loss/lossTypes';
import { nllLoss } from '../../../../../src/core/loss/nllLoss';
import { reductionFacts } from '../../../../../src/core/loss/reduction/reductionFacts';
import { createTensor, type Tensor } from '../../../../../src/core/tensor/tensor';
import { decodeNumber, decodeTensor, type GoldenNumber } from '../golden';
import { decodeOptions, expectClose, type PanelCall, panelCases } from '../panelGolden';

interface ReductionCase extends PanelCall {
  readonly loss: keyof typeof losses;
  readonly sum: GoldenNumber;
  readonly mean: GoldenNumber;
  readonly ignoredCount: number;
}

const losses = { crossEntropyLoss, nllLoss };

function factsOf(loss: keyof typeof losses, input: Tensor, target: Tensor, options: CrossEntropyLossOptions) {
  const facts = reductionFacts(input, target, options, losses[loss](input, target, options));
  if (facts === null) throw new RangeError('the loss has no value');
  return facts;
}

describe('the parts of the reduction give the sum and the mean of PyTorch', () => {
  for (const golden of panelCases<ReductionCase>('reduction')) {
    it(`${golden.loss}: ${golden.name}`, () => {
      const [input, target] = [decodeTensor(golden.input), decodeTensor(golden.target)];
      const options = decodeOptions(golden.options);
      const facts = factsOf(golden.loss, input, target, options);
      const [sum, mean] = [golden.sum, golden.mean].map(decodeNumber);
      expectClose([facts.sum, facts.sum / facts.divisor], [sum, mean], { relative: 1e-12, absolute: 1e-12 });
      expectClose([facts.result ?? 'none'], [mean]);
      expectClose([facts.shares.reduce((total, share) => total + share, 0)], [facts.divisor]);
      expect(facts.ignoredCount).toBe(golden.ignoredCount);
      expectClose(
        [factsOf(golden.loss, input, target, { ...options, reduction: 'sum' }).result ?? 'none'],
        [sum],
      );
      expect(factsOf(golden.loss, input, target, { ...options, reduction: 'none' }).result).toBeNull();
    });
  }
});

describe('the divisor of the mean', () => {
  const input = createTensor([2, 1, 0.1, 0.5, 2.5, 0.3, 1, 1, 1], [3, 3], 'float64');
  const target = createTensor([0, -100, 2], [3], 'int64');
  const weight = createTensor([1, 2, 4], [3], 'float64');
  const parts = (target: Tensor, options: CrossEntropyLossOptions) => {
    const { divisorKind, divisor, shares, count, ignoredCount } = factsOf(
      'crossEntropyLoss',
      input,
      target,
      options,
    );
    return { divisorKind, divisor, shares: [...shares], count, ignoredCount };
  };

  it('is the count of the samples that are not ignored', () => {
    expect(parts(target, {})).toEqual({
      divisorKind: 'count',
      divisor: 2,
      shares: [1, 0, 1],
      count: 3,
      ignoredCount: 1,
    });
  });

  it('is the sum of the weights of their targets', () => {
    expect(parts(target, { weight })).toMatchObject({
      divisorKind: 'weights',
      divisor: 5,
      shares: [1, 0, 4],
    });
    expect(parts(target, { weight, labelSmoothing: 0.1 })).toMatchObject({
      divisorKind: 'weights',
      divisor: 5,
    });
  });

  it('is the count of all samples for class probabilities, whatever the weights', () => {
    expect(parts({ ...input, data: input.data.map((x) => x / 4) }, { weight })).toEqual({
      divisorKind: 'samples',
      divisor: 3,
      shares: [1, 1, 1],
      count: 3,
      ignoredCount: 0,
    });
  });

  it('is 0 where all are ignored, and the mean is nan', () => {
    const facts = factsOf('nllLoss', input, createTensor([-100, -100, -100], [3], 'int64'), {});
    expect([facts.divisor, facts.sum, facts.ignoredCount]).toEqual([0, 0, 3]);
    expect(facts.result).toBeNaN();
  });

  it('is unknown for a loss without a value', () => {
    const refused = crossEntropyLoss(input, createTensor([7, 0, 0], [3], 'int64'));
    expect(reductionFacts(input, target, {}, refused)).toBeNull();
  });
});
