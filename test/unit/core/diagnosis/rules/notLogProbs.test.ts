import { expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core';

/** What the finding of `x` as the input of NLLLoss with targets 0 and 1 says of the consequence. */
function consequenceOf(x: string, options = ''): string {
  const text = `x = torch.tensor(${x})\nF.nll_loss(x, torch.tensor([0, 1])${options})`;
  const finding = evaluateText(text).findings.find(({ code }) => code === 'nll-not-log-probs');
  return finding?.consequence ?? 'no finding';
}

const logits = '[[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]';
const probs = '[[0.6590, 0.2424, 0.0986], [0.1086, 0.8025, 0.0889]]';
const negated = '[[0.4170, 1.4170, 2.3170], [2.2200, 0.2200, 2.4200]]';
const base2 = '[[-0.601647, -2.044342, -3.342768], [-3.202854, -0.317464, -3.491393]]';

test('of logits the gradient reaches the target alone, and the loss has no lower bound', () => {
  expect(consequenceOf(logits)).toBe(
    "NLLLoss gives -2.2500 instead of 0.3185. Of logits it has no lower bound, and its gradient reaches the target's logit alone: nothing pushes the other classes down.",
  );
});

test('of probabilities the gradient is weighted by the probability, and nothing is said of other classes', () => {
  expect(consequenceOf(probs)).toBe(
    'NLLLoss gives -0.7307 instead of 0.3185. Its gradient is that of -log(p) times p, the probability of the target: it fades where the model is most wrong.',
  );
});

test('of negated log-probabilities the gradient points the other way', () => {
  expect(consequenceOf(negated)).toBe(
    'NLLLoss gives -0.3185 instead of 0.3185. Its gradient points the other way: training makes the targets less probable.',
  );
});

test('of logarithms in base 2 all is larger by one factor', () => {
  expect(consequenceOf(base2)).toContain(
    'Loss and gradient are 1.4427 times those of the natural logarithm.',
  );
});

test('of one-hot rows only the values are given: what made them is not known', () => {
  expect(consequenceOf('[[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]')).toMatch(/^NLLLoss gives \S+ instead of \S+\.$/);
});

test("with reduction='none' there are no two values to compare, and the rest is said", () => {
  expect(consequenceOf(probs, ", reduction='none'")).toMatch(/^Its gradient/);
});

// PyTorch 2.13: nll_loss -0.7307, cross_entropy 0.7450, and cross_entropy of what the softmax was of, 0.3185.
test('where no loss is called, probabilities are one finding that speaks of both losses', () => {
  const { findings } = evaluateText(`probs = ${probs}\nlabels = [0, 1]`);
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    [
      'nll-not-log-probs',
      'NLLLoss expects log-probabilities and CrossEntropyLoss logits, but “probs” looks like probabilities.',
    ],
  ]);
  expect(findings[0].consequence).toMatch(
    /^NLLLoss would give -0\.7307 instead of 0\.3185\. .* CrossEntropyLoss would give 0\.7450 instead of 0\.3185\. With 3 classes /,
  );
});
