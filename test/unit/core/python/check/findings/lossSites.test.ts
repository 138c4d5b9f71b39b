import { expect, test } from 'vitest';
import { checkPython } from '../../../../../../src/core/index';

/** What is said of the input of a loss in a function that nothing calls. */
function inputOf(body: string): string {
  const text = `
import torch
import torch.nn as nn
import torch.nn.functional as F
def loss(outputs, labels, temperature):
${body.replaceAll(/^/gm, '    ')}
`;
  return checkPython([{ path: 'main.py', text }]).sites[0].input;
}

test('what a function does to its argument tells what it takes it for', () => {
  const body = 'a = F.cross_entropy(outputs, labels)\nreturn a + F.softmax(outputs, dim=1).mean()';
  expect(inputOf(body)).toBe('what `F.softmax` is applied to as well');
  const scaled =
    'a = F.log_softmax(outputs / temperature, dim=1)\nreturn F.cross_entropy(outputs, labels) + a';
  expect(inputOf(scaled)).toBe('what `F.log_softmax` is applied to as well');
  const module = 'a = nn.Softmax(dim=1)(outputs)\nreturn F.cross_entropy(outputs, labels) + a';
  expect(inputOf(module)).toBe('what `nn.Softmax` is applied to as well');
});

test('an activation of something else says nothing of it', () => {
  expect(inputOf('F.softmax(labels, dim=1)\nreturn F.cross_entropy(outputs, labels)')).toBe('not known');
  const changed = 'F.softmax(outputs, dim=1)\noutputs = outputs[0]\nreturn F.cross_entropy(outputs, labels)';
  expect(inputOf(changed)).toBe('not known');
  expect(inputOf('return F.cross_entropy(outputs, labels)')).toBe('not known');
});

test('formulas of probabilities are told', () => {
  const focal = '(1 - F.softmax(outputs, dim=1)) ** temperature * F.log_softmax(outputs, dim=1)';
  expect(inputOf(`return F.nll_loss(${focal}, labels)`)).toBe('logarithms in a formula of probabilities');
  const left = 'torch.log(torch.clamp(1.0001 - F.softmax(outputs, dim=1) + 1e-12, min=1e-5))';
  expect(inputOf(`return F.nll_loss(${left} * temperature, labels)`)).toBe(
    'logarithms in a formula of probabilities',
  );
  expect(inputOf('return F.cross_entropy(1 - torch.sigmoid(outputs), labels)')).toBe('1 minus probabilities');
  expect(inputOf('return F.nll_loss(2 - F.softmax(outputs, dim=1), labels)')).toBe('not known');
});
