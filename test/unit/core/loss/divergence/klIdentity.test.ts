import { describe, expect, it } from 'vitest';
import { klIdentity } from '../../../../../src/core/loss/divergence/klIdentity';
import { createTensor } from '../../../../../src/core/tensor/tensor';
import { decodeNumber, decodeTensor, type GoldenNumber, type GoldenTensor } from '../golden';
import { decodeOptions, expectClose, type PanelCall, panelCases } from '../panelGolden';

interface DivergenceCase extends PanelCall {
  /** 1 for each sample that is not ignored. */
  readonly counts: GoldenTensor;
  readonly entropy: GoldenTensor;
  readonly divergence: GoldenTensor;
  readonly crossEntropy: GoldenTensor;
  readonly meanEntropy: GoldenNumber;
  readonly meanDivergence: GoldenNumber;
  readonly meanCrossEntropy: GoldenNumber;
  readonly gradInput: GoldenTensor;
}

function identityOf({ input, target, options }: PanelCall) {
  const identity = klIdentity(decodeTensor(input), decodeTensor(target), decodeOptions(options));
  if (identity === null) throw new RangeError('the target means no distribution');
  return identity;
}

const cases = panelCases<DivergenceCase>('divergence');

describe('entropy, divergence, cross entropy and gradient are those of PyTorch', () => {
  for (const golden of cases) {
    it(golden.name, () => {
      const identity = identityOf(golden);
      for (const name of ['entropy', 'divergence', 'crossEntropy'] as const) {
        const counting = golden.counts.data.map(decodeNumber);
        const expected = decodeTensor(golden[name]).data.map((x, row) => (counting[row] ? x : Number.NaN));
        expectClose(identity[name], expected);
      }
      const { mean } = identity;
      expectClose(
        [mean.entropy, mean.divergence, mean.crossEntropy],
        [golden.meanEntropy, golden.meanDivergence, golden.meanCrossEntropy].map(decodeNumber),
      );
      expectClose(identity.gradInput, decodeTensor(golden.gradInput).data);
    });
  }
});

/** Of a sum of two. */
const rounding = { relative: 1e-12, absolute: 1e-12 };

describe('cross entropy = H(p) + KL(p‖q)', () => {
  for (const golden of cases.filter(({ name }) => !/inf|nan/.test(name))) {
    it(`for each sample and for the mean: ${golden.name}`, () => {
      const { entropy, divergence, crossEntropy, mean } = identityOf(golden);
      expectClose(
        crossEntropy,
        entropy.map((h, row) => h + divergence[row]),
        rounding,
      );
      expectClose([mean.crossEntropy], [mean.entropy + mean.divergence], rounding);
    });
  }
});

describe('the identity', () => {
  const input = createTensor([1, 2, 3, 4], [2, 2], 'float64');

  it('leaves class weights out, and says so', () => {
    const target = createTensor([0, 1], [2], 'int64');
    const weight = createTensor([1, 5], [2], 'float64');
    const weighted = klIdentity(input, target, { weight });
    expect(weighted).toEqual({ ...klIdentity(input, target, {}), isWeightLeftOut: true });
  });

  it('is null where the target means no distribution', () => {
    expect(klIdentity(input, createTensor([0, 2], [2], 'int64'), {})).toBeNull();
    expect(klIdentity(input, createTensor([0, 0.5], [2], 'float32'), {})).toBeNull();
    expect(klIdentity(input, createTensor([0, 1, 1], [3], 'int64'), {})).toBeNull();
  });

  it('is nan for a negative probability, and for a probability of nan', () => {
    for (const wrong of [-0.5, Number.NaN]) {
      const target = createTensor([wrong, 0.5, 0.5, 0.5], [2, 2], 'float64');
      const identity = klIdentity(input, target, {});
      expect(identity?.divergence[0]).toBeNaN();
      expect(identity?.mean.divergence).toBeNaN();
    }
  });

  it('has a gradient of nan where a probability is nan', () => {
    const target = createTensor([Number.NaN, 0.5, 0.5, 0.5], [2, 2], 'float64');
    expect(klIdentity(input, target, {})?.gradInput[0]).toBeNaN();
  });
});

it('a target probability of 0 at a logit of -inf gives nan, as cross_entropy of PyTorch 2.13', () => {
  const input = createTensor([1, Number.NEGATIVE_INFINITY, 2], [1, 3], 'float64');
  const target = createTensor([0.5, 0, 0.5], [1, 3], 'float64');
  expect(klIdentity(input, target, {})?.mean.crossEntropy).toBeNaN();
});
