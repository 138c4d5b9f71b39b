import { expect, test } from 'vitest';
import { checkPython } from '../../../../../../src/core/index';

const head = `
import torch, torch.nn as nn, torch.nn.functional as F
fc = nn.Linear(4, 3)
`;

function check(body: string) {
  const { findings, possible } = checkPython([{ path: 'main.py', text: head + body }]);
  const words = possible.map(({ code, severity }) => `${code} ${severity}`);
  return { numFindings: findings.length, words, possible };
}

const inputs = ['fc(x).softmax(1) if flag else fc(x)', 'fc(x) if flag else fc(x).softmax(1)'];

test.each(inputs)('%s is no finding, and a possible one', (input) => {
  const { numFindings, words } = check(`def f(x, y, flag):\n    return F.cross_entropy(${input}, y)\n`);
  expect({ numFindings, words }).toEqual({ numFindings: 0, words: ['ce-double-softmax information'] });
});

test('a value that is not known leaves the other possible', () => {
  const { numFindings, words } = check(
    'def f(x, y, flag, z):\n    p = z\n    if flag:\n        p = fc(x).sigmoid()\n' +
      '    return F.binary_cross_entropy_with_logits(p, y)\n',
  );
  expect({ numFindings, words }).toEqual({ numFindings: 0, words: ['bce-logits-sigmoid information'] });
});

test('what is certain is not possible besides', () => {
  const { numFindings, words } = check('def f(x, y):\n    return F.cross_entropy(fc(x).softmax(1), y)\n');
  expect({ numFindings, words }).toEqual({ numFindings: 1, words: [] });
});

test('a choice that fits the loss, a redundant step and a picked score are not even possible', () => {
  const { possible } = check(
    "def f(x, y, flag):\n    z = fc(x) if flag == 'ce' else fc(x).log_softmax(1)\n" +
      "    loss = nn.CrossEntropyLoss() if flag == 'ce' else nn.NLLLoss()\n    return loss(z, y)\n" +
      'def g(x, y, flag):\n    return F.cross_entropy(fc(x).log_softmax(1) if flag else fc(x), y)\n' +
      "def h(x, y, flag):\n    z = fc(x) if flag else fc(x).log_softmax(1)\n    return -F.nll_loss(z, y, reduction='none')\n",
  );
  expect(possible).toEqual([]);
});

test('a method with two objects, of which one is wrong', () => {
  const { numFindings, words, possible } = check(
    'class Model(nn.Module):\n    def __init__(self, last):\n        super().__init__()\n        self.last = last\n' +
      '    def loss(self, x, y):\n        return F.cross_entropy(self.last(fc(x)), y)\n' +
      'a, b = Model(nn.Softmax(dim=1)), Model(nn.Identity())\n',
  );
  expect({ numFindings, words }).toEqual({ numFindings: 0, words: ['ce-double-softmax information'] });
  expect(possible.flatMap(({ fixes }) => fixes).filter(({ isSafe }) => isSafe)).toEqual([]);
});

test('a method that the program has no use for, of an object that it uses otherwise', () => {
  const tester =
    'class Tester:\n    def __init__(self, model):\n        self.model = model\n' +
    '    def used(self, x, y):\n        return F.cross_entropy(self.model(x), y)\n' +
    '    def unused(self, x, y):\n        return F.nll_loss(self.model(x), y)\n';
  expect(check(`${tester}Tester(fc).used(1, 2)\n`)).toMatchObject({
    numFindings: 0,
    words: ['nll-not-log-probs information'],
  });
  for (const use of ['Tester(fc)', 'Tester(fc).unused(1, 2)', "getattr(Tester(fc), 'unused')(1, 2)"])
    expect(check(`${tester}${use}\n`)).toMatchObject({ numFindings: 1, words: [] });
});
