import { expect, test } from 'vitest';
import { evaluateText, kindOfInput, verdictOf } from '../../../../src/core';
import { tensorOf } from '../../../../src/webview/view/samples';

function inputOf(text: string) {
  const input = tensorOf(evaluateText(text).tensors, 'input');
  if (!input) throw new Error(`no input in ${text}`);
  return input;
}

test.each([
  ['logits', 'input = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]', 'right', 'wrong'],
  ['log-probabilities', 'input = [[-0.6931, -0.6931], [-0.6931, -0.6931]]', 'harmless', 'right'],
  ['probabilities', 'input = [[0.3, 0.7], [0.6, 0.4]]', 'wrong', 'wrong'],
  ['nan or inf', 'input = [[nan, 0.7], [0.6, 0.4]]', 'doubtful', 'doubtful'],
])('%s get their verdict for each loss', (kind, text, crossEntropy, nll) => {
  const input = inputOf(`${text}\ntarget = [0, 1]`);
  expect(kindOfInput(input)).toBe(kind);
  expect(verdictOf('crossEntropyLoss', input)).toBe(crossEntropy);
  expect(verdictOf('nllLoss', input)).toBe(nll);
});

test('log-probabilities along another axis than the classes are wrong for both, and the axis is named', () => {
  const input = inputOf(
    'input = [[-0.1054, -0.3567, -1.6094], [-2.3026, -1.2040, -0.2231]]\ntarget = [0, 1]',
  );
  expect(kindOfInput(input)).toBe('log-probabilities along dim 0');
  expect(verdictOf('crossEntropyLoss', input)).toBe('wrong');
  expect(verdictOf('nllLoss', input)).toBe('wrong');
});
