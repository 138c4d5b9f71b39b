import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core/evaluate/evaluateText';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const setup = `import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
x = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])
y = torch.tensor([0, 2])
lp, p = x.log_softmax(1), x.softmax(1)
`;

const errorOf = (call: string) => {
  const { error } = runSnippet(`${setup}print(${call})\n`);
  return error && `${error.type}: ${error.message}`;
};

const noReduction = 'ValueError: None is not a valid value for reduction';
const must = (callee: string, argument: string, type: string) =>
  `TypeError: ${callee}(): argument ${argument} must be ${type}`;
const ignoreIndex = must('cross_entropy_loss', "'ignore_index' (position 5)", 'int, not');
const smoothing = must('cross_entropy_loss', "'label_smoothing' (position 6)", 'float, not');
const weight = must('cross_entropy_loss', "'weight' (position 3)", 'Tensor, not');

/** Printed by PyTorch 2.13. */
describe('options of another type are refused in the words of PyTorch', () => {
  test.each([
    ['F.cross_entropy(x, y, ignore_index=None)', `${ignoreIndex} NoneType`],
    ['F.cross_entropy(x, y, ignore_index=1.0)', `${ignoreIndex} float`],
    ['F.cross_entropy(x, y, ignore_index=True)', `${ignoreIndex} bool`],
    ['F.cross_entropy(x, y, ignore_index=torch.tensor(1.5))', `${ignoreIndex} Tensor`],
    ['F.cross_entropy(x, y, None, None, None)', `${ignoreIndex} NoneType`],
    ['nn.CrossEntropyLoss(ignore_index=None)(x, y)', `${ignoreIndex} NoneType`],
    ['nn.CrossEntropyLoss(None, None, None)(x, y)', `${ignoreIndex} NoneType`],
    [
      'F.nll_loss(lp, y, ignore_index=None)',
      must('nll_loss_nd', "'ignore_index' (position 5)", 'int, not NoneType'),
    ],
    ['F.cross_entropy(x, y, label_smoothing=None)', `${smoothing} NoneType`],
    ["F.cross_entropy(x, y, label_smoothing='a')", `${smoothing} str`],
    ['F.cross_entropy(x, y, label_smoothing=torch.tensor([0.1]))', `${smoothing} Tensor`],
    ['nn.CrossEntropyLoss(label_smoothing=None)(x, y)', `${smoothing} NoneType`],
    ['F.cross_entropy(x, y, label_smoothing=None, ignore_index=None)', `${ignoreIndex} NoneType`],
    ['F.cross_entropy(x, y, weight=np.array([1., 2., 3.]))', `${weight} numpy.ndarray`],
    ['F.cross_entropy(x, y, weight=[1., 2., 3.])', `${weight} list`],
    ['F.cross_entropy(x, y, weight=1.0, ignore_index=None)', `${weight} float`],
    ['F.cross_entropy(x, y, reduction=None)', noReduction],
    ['F.cross_entropy(x, y, reduction=True)', 'ValueError: True is not a valid value for reduction'],
    ['F.cross_entropy(x, [0, 2], weight=[1.], reduction=None)', noReduction],
    ['nn.CrossEntropyLoss(reduction=None)(x, y)', noReduction],
    ['nn.NLLLoss(reduction=None)(lp, y)', noReduction],
    ['F.kl_div(lp, p, reduction=None)', noReduction],
    ['F.kl_div(lp, p, log_target=1)', must('kl_div', "'log_target'", 'bool, not int')],
    ['nn.KLDivLoss(log_target=None)(lp, p)', must('kl_div', "'log_target'", 'bool, not NoneType')],
  ])('%s', (call, words) => {
    expect(errorOf(call)).toBe(words);
  });

  test.each([
    ['F.cross_entropy(x, y, ignore_index=torch.tensor([1]))', 'tensor(0.4071)'],
    ['F.cross_entropy(x, y, label_smoothing=torch.tensor(0.1))', 'tensor(0.5138)'],
    ['F.cross_entropy(x, y, label_smoothing=True)', 'tensor(1.4738)'],
    ['nn.CrossEntropyLoss(None, None, -100)(x, y)', 'tensor(0.4071)'],
  ])('%s is taken', (call, printed) => {
    expect(runSnippet(`${setup}print(${call})\n`).printed).toEqual([printed]);
  });

  test('the panel tells of it instead of taking the default in silence', () => {
    const { problems } = evaluateText(`${setup}F.cross_entropy(x, y, ignore_index=None)\n`);
    expect(problems.map(({ message }) => message)).toEqual([`Python stops here: ${ignoreIndex} NoneType`]);
  });
});
