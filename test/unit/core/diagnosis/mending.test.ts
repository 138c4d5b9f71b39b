import { expect, test } from 'vitest';
import { createTensor, evaluateText, type Mending, mended } from '../../../../src/core';

// By torch 2.13: torch.log(x), F.log_softmax(x, dim=1), -x, x * math.log(2), x * math.log(10) in float64.
test.each<[Mending, readonly number[], readonly number[]]>([
  ['log', [0.7, 0.2, 0.05], [-0.35667494393873245, -1.6094379124341003, -2.995732273553991]],
  ['log_softmax', [2.0, 1.5, -0.5], [-0.5239090561799076, -1.0239090561799076, -3.0239090561799076]],
  ['negate', [2.0, 1.5, -0.5], [-2.0, -1.5, 0.5]],
  ['from-log2', [-3.0, 1.5, -0.5], [-2.0794415416798357, 1.0397207708399179, -0.34657359027997264]],
  ['from-log10', [-3.0, 1.5, -0.5], [-6.907755278982138, 3.453877639491069, -1.151292546497023]],
])('%s of %s', (mending, values, expected) => {
  const result = mended(mending, createTensor([...values], [1, values.length], 'float64'));
  for (const [i, value] of result.entries()) expect(value).toBeCloseTo(expected[i], 14);
});

test.each([
  ['probabilities', '[[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]', 'log'],
  ['logits', '[[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]', 'log_softmax'],
  ['negated log-probabilities', '[[0.4170, 1.4170, 2.3170], [2.2200, 0.2200, 2.4200]]', 'negate'],
  ['one-hot rows, which have lost what is meant', '[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]', undefined],
])('of %s', (_, written, mending) => {
  const { findings } = evaluateText(`x = torch.tensor(${written})\nF.nll_loss(x, torch.tensor([0, 1]))`);
  expect(findings.find(({ code }) => code === 'nll-not-log-probs')?.mending).toBe(mending);
});
