import { expect, test } from 'vitest';
import { evaluateText } from '../../../../src/core';
import { fitSentence } from '../../../../src/webview/view/fitSentence';

const logits = 'logits = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])\nlabels = torch.tensor([0, 2])\n';
const logProbs = 'x = [[-0.4170, -1.4170, -2.3170], [-2.2200, -0.2200, -2.4200]]\ny = [0, 1]\n';

test.each([
  [
    'a call that fits, and the loss that would not',
    `${logits}nn.CrossEntropyLoss()(logits, labels)`,
    'Your call CrossEntropyLoss(logits, labels) fits; these numbers would not fit NLLLoss.',
  ],
  [
    'a call whose numbers fit both',
    'F.nll_loss(F.log_softmax(torch.tensor([[1.2, 0.5, -0.8]]), dim=1), torch.tensor([0]))',
    'Your call NLLLoss fits.',
  ],
  ['nothing of a call with a finding', `${logits}F.nll_loss(logits, labels)`, null],
  ['nothing of another loss', `${logits}F.kl_div(logits, logits)`, null],
  [
    'nothing of numbers before something that is not evaluated',
    `${logits}logits = model(logits)\nF.cross_entropy(logits, labels)`,
    null,
  ],
  ['nothing where no loss is called: the finding has it', logProbs, null],
])('says %s', (_, text, sentence) => {
  expect(fitSentence(evaluateText(text))).toBe(sentence);
});

// The loss that is called on something else may be called on these, too.
test('says what numbers fit that no call is known of', () => {
  const text = `${logits}loss = criterion(model(x), y)\ncriterion = nn.CrossEntropyLoss()`;
  expect(fitSentence(evaluateText(text))).toBe(
    'These numbers fit CrossEntropyLoss; they would not fit NLLLoss.',
  );
});
