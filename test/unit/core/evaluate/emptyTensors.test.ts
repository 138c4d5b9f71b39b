import { expect, test } from 'vitest';
import { evaluateText } from '../../../../src/core';

test.each([
  ['x = torch.tensor([])', '“x” is empty, of shape (0)'],
  ['logits = torch.empty(0, 3)', '“logits” is empty, of shape (0, 3)'],
  ['torch.tensor([[], []])', 'the tensor is empty, of shape (2, 0)'],
])('of an empty tensor without a target there is nothing to evaluate: %s', (text, message) => {
  const { losses, findings, problems, tensors } = evaluateText(text);
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['empty', `nothing to evaluate: ${message.replace(/[“”]/g, '')}`],
  ]);
  expect([losses, findings, tensors.filter(({ isAssumed }) => isAssumed)]).toEqual([null, [], []]);
});

test('an empty batch with its targets is evaluated: both losses are nan', () => {
  const { losses } = evaluateText('logits = torch.empty(0, 3)\ny = torch.empty(0, dtype=torch.long)');
  expect([losses?.crossEntropyLoss.output?.data, losses?.nllLoss.output?.data]).toEqual([
    new Float64Array([Number.NaN]),
    new Float64Array([Number.NaN]),
  ]);
});
