import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core';

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
x = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
p = torch.tensor([0.5, 0.25, 0.0], requires_grad=True)
y = torch.tensor([1., 0., 0.5])
w = torch.tensor([1., 2., 3.])
`;

function last(code: string): string {
  const { printed, error, unevaluated } = runSnippet(`${head}${code}\n`);
  if (error) return `${error.type}: ${error.message}`;
  return printed.at(-1) ?? unevaluated.map(({ message }) => message).join();
}

/** What PyTorch 2.13 printed. */
describe('losses of two tensors element by element', () => {
  test.each([
    ['F.binary_cross_entropy_with_logits(x, y).item() < 0.6382', 'True'],
    [
      'F.binary_cross_entropy_with_logits(x, y)',
      'tensor(0.6381, grad_fn=<BinaryCrossEntropyWithLogitsBackward0>)',
    ],
    [
      'nn.BCEWithLogitsLoss(pos_weight=w)(x, y)',
      'tensor(0.6804, grad_fn=<BinaryCrossEntropyWithLogitsBackward0>)',
    ],
    [
      'F.binary_cross_entropy_with_logits(x, y, w)',
      'tensor(1.4938, grad_fn=<BinaryCrossEntropyWithLogitsBackward0>)',
    ],
    ['nn.BCELoss(reduction="sum")(p, y)', 'tensor(50.9808, grad_fn=<BinaryCrossEntropyBackward0>)'],
    ['F.binary_cross_entropy(p, y, w)', 'tensor(50.4228, grad_fn=<BinaryCrossEntropyBackward0>)'],
    [
      'F.smooth_l1_loss(x, y, reduction="none", beta=0.5)',
      'tensor([0.2500, 0.7500, 1.2500], grad_fn=<SmoothL1LossBackward0>)',
    ],
    ['nn.SmoothL1Loss()(x, y.long())', 'tensor(0.7083, grad_fn=<SmoothL1LossBackward0>)'],
    ['F.huber_loss(x, y, reduction="elementwise_mean")', 'tensor(0.5417, grad_fn=<HuberLossBackward0>)'],
    ['nn.HuberLoss(delta=0.5)(x, y)', 'tensor(0.3750, grad_fn=<HuberLossBackward0>)'],
  ])('%s', (code, expected) => {
    expect(last(`print(${code})`)).toBe(expected);
  });

  test.each([
    [
      'F.binary_cross_entropy(p, y).backward(); print(p.grad)',
      'tensor([-6.6667e-01,  4.4444e-01, -1.6667e+11])',
    ],
    [
      'F.binary_cross_entropy_with_logits(x, y, pos_weight=w).backward(); print(x.grad)',
      'tensor([-0.1258,  0.0896,  0.0872])',
    ],
    ['F.smooth_l1_loss(x, y).backward(); print(x.grad)', 'tensor([-0.1667, -0.3333,  0.3333])'],
    ['F.huber_loss(x, y, delta=.5).backward(); print(x.grad)', 'tensor([-0.1667, -0.1667,  0.1667])'],
  ])('gradient: %s', (code, expected) => {
    expect(last(code)).toBe(expected);
  });

  test.each([
    [
      'F.binary_cross_entropy_with_logits(x, y.long())',
      "RuntimeError: result type Float can't be cast to the desired output type Long",
    ],
    ['F.binary_cross_entropy(p, y.long())', 'RuntimeError: Found dtype Long but expected Float'],
    [
      'F.binary_cross_entropy_with_logits(x, y[:2])',
      'ValueError: Target size (torch.Size([2])) must be the same as input size (torch.Size([3]))',
    ],
    ['F.binary_cross_entropy(x, y)', 'RuntimeError: all elements of input should be between 0 and 1'],
    ['F.binary_cross_entropy(p, y * 2)', 'RuntimeError: all elements of target should be between 0 and 1'],
    [
      'F.huber_loss(x, y, delta=0)',
      'RuntimeError: huber_loss does not support non-positive values for delta.',
    ],
    ['F.binary_cross_entropy(p, y, reduction="x")', 'ValueError: x is not a valid value for reduction'],
  ])('refused: %s', (code, expected) => {
    expect(last(code)).toBe(expected);
  });

  test('what is not known is not evaluated', () => {
    for (const code of [
      'F.smooth_l1_loss(x, y, beta=0)',
      'F.binary_cross_entropy(p.half(), y.half())',
      'F.huber_loss(x, y, weight=w)',
    ]) {
      expect(last(`print(${code})`)).toContain('with these arguments');
    }
  });
});
