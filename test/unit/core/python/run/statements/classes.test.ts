import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../../src/core/python/run/runSnippet';

const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
x = torch.tensor([[1., 2.], [3., 1.]])
y = torch.tensor([0, 1])
`;

describe('classes of the snippet', () => {
  test('have methods, fields, properties and a base', () => {
    const text = `class A:
    k = 2
    def __init__(self, n):
        self.n = n
    def twice(self):
        return self.n * self.k
    @property
    def p(self):
        return self.n + 1
    @staticmethod
    def s(v):
        return v + 1
class B(A):
    def twice(self):
        return super().twice() + 1
b = B(3)
b.n += 1
print(b.twice(), b.p, A.s(1), isinstance(b, A), type(b) is B)
`;
    expect(runSnippet(text).printed).toEqual(['9 5 2 True True']);
  });

  test('that are modules without parameters are evaluated', () => {
    const text = `${head}class Wrap(nn.Module):
    def __init__(self, scale=2.0):
        super().__init__()
        self.scale = scale
        self.act = nn.LogSoftmax(dim=1)
    def forward(self, x):
        return self.act(x * self.scale)
print(F.nll_loss(Wrap()(x), y))
`;
    expect(runSnippet(text).printed).toEqual(['tensor(3.0725)']);
  });

  test('with random parameters give what is not known, and change nothing else', () => {
    const text = `${head}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)
    def forward(self, x):
        return self.fc(x)
out = Net()(x)
print(x.shape, y)
print(out)
`;
    const { printed, unevaluated } = runSnippet(text);
    expect(printed).toEqual(['torch.Size([2, 2]) tensor([0, 1])']);
    expect(unevaluated.at(-1)?.message).toBe('not evaluated: out is not known');
  });

  test('that are not evaluated may write into what they are given', () => {
    const text = `${head}class Net(Unknown):
    def forward(self, x):
        x.mul_(2)
net = Net()
net(x)
print(x)
print(y)
`;
    expect(
      runSnippet(text.replace('import torch\n', 'import torch\nfrom mine import Unknown\n')).printed,
    ).toEqual(['tensor([0, 1])']);
  });
});
