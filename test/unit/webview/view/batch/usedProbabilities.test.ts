import { expect, test } from 'vitest';
import type { LossKey } from '../../../../../src/core';
import { usedProbabilities } from '../../../../../src/webview/view/batch/usedProbabilities';
import { partsOf } from '../partsOf';

const logits = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]';
const logProbs = 'x = [[-0.5, -0.9328], [-0.1, -2.3522]]\ny = [0, 1]';
const probs = 'x = [[0.7, 0.3], [0.4, 0.6]]\ny = [0, 1]';
const masked = 'x = [[1.5, -inf, 0.2], [0.3, 2.0, -inf]]\ny = [0, 1]';
const broken = 'x = [[1.5, nan, 0.2], [0.3, 2.0, 0.1]]\ny = [0, 1]';

test.each<[string, LossKey, boolean | null, LossKey | null]>([
  [logits, 'crossEntropyLoss', true, null],
  [logits, 'nllLoss', false, 'crossEntropyLoss'],
  [logProbs, 'crossEntropyLoss', true, 'nllLoss'],
  [logProbs, 'nllLoss', true, 'crossEntropyLoss'],
  [probs, 'crossEntropyLoss', false, null],
  [probs, 'nllLoss', false, null],
  [masked, 'crossEntropyLoss', true, null],
  [masked, 'nllLoss', false, 'crossEntropyLoss'],
  [broken, 'crossEntropyLoss', null, null],
  [broken, 'nllLoss', null, null],
])('%s for %s: fits %s, the other loss %s', (text, loss, isFitting, fittingLoss) => {
  const used = usedProbabilities(loss, partsOf(text));
  expect([used?.isFitting, used?.fittingLoss]).toEqual([isFitting, fittingLoss]);
});

test('the probabilities are softmax of the input for CrossEntropyLoss and exp of it for NLLLoss', () => {
  const parts = partsOf(logProbs);
  const [ce, nll] = (['crossEntropyLoss', 'nllLoss'] as const).map((loss) => usedProbabilities(loss, parts));
  expect([ce?.code, nll?.code]).toEqual(['softmax(input)', 'exp(input)']);
  expect(ce?.logProbs).toBe(parts.evaluation.logProbs);
  expect(nll?.logProbs).toBe(parts.input.tensor);
});
