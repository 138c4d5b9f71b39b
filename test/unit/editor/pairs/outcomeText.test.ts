import { expect, test } from 'vitest';
import { evaluatePair, parseText, placeAt } from '../../../../src/core';
import { longOutcome, pairText, shortOutcome } from '../../../../src/editor/pairs/outcomeText';
import { markedOffset } from '../../core/text/marked';

function evaluationAt(marked: string) {
  const { text, offset } = markedOffset(marked);
  const parsed = parseText(text);
  const place = placeAt(parsed, offset);
  const evaluation = place && evaluatePair(parsed, place.pair);
  if (!evaluation) throw new Error(`no pair in ${marked}`);
  return evaluation;
}

const x = 'torch.tensor([[2.0, 1.0, 0.1]])';

// PyTorch 2.13: cross_entropy 0.4170 and nll_loss -2.0000; it refuses float class indices and index 3.
test.each([
  [`F.cross_entropy(|${x}, torch.tensor([0]))`, 'CE 0.4170 · NLL -2.0000 ✗'],
  [`F.cross_entropy(|${x}, torch.FloatTensor([0]))`, 'CE 0.4170 · NLL -2.0000 ✗ · PyTorch stops here'],
  [`F.cross_entropy(|${x}, torch.tensor([3]))`, 'CE no value · NLL no value ✗ · PyTorch stops here'],
  [`F.nll_loss(|${x}.log_softmax(dim=1), torch.tensor([0]))`, 'CE 0.4170 · NLL 0.4170'],
  [`logits = |${x}\nlabels = []`, 'nothing to evaluate: labels is empty, of shape (0)'],
  [
    'logits = |torch.tensor([[], []])\nlabels = [0, 1]',
    'nothing to evaluate: logits is empty, of shape (2, 0)',
  ],
])('%s gives %s', (marked, expected) => {
  expect(shortOutcome(evaluationAt(marked))).toBe(expected);
});

test('a call of another loss in the wrong place elsewhere is nothing to a pair', () => {
  const code = `F.cross_entropy(|${x}, torch.tensor([0]))\nnn.CrossEntropyLoss(${x}, torch.tensor([0]))`;
  expect(shortOutcome(evaluationAt(code))).toBe('CE 0.4170 · NLL -2.0000 ✗');
});

test('nothing is said where the values are not those of the code', () => {
  const evaluation = evaluationAt(`y = ${x}\nunknown(y)\nF.cross_entropy(|y, torch.tensor([0]))`);
  expect(longOutcome(evaluation)).toBeNull();
});

test('a pair is told by names and shapes', () => {
  expect(pairText(evaluationAt(`logits = |${x}\nlabels = torch.tensor([0])`))).toBe(
    'logits (1, 3): looks like logits · labels (1)',
  );
});
