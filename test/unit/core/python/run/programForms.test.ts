import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const start = 'import torch, numpy as np\nimport torch.nn.functional as F\nx = torch.tensor([[1.0, -2.0]])\n';

/** What is printed, and what stops it; the values are PyTorch's. */
function shown(code: string): readonly string[] {
  const { printed, error } = runSnippet(`${start}${code}\n`);
  return error ? [...printed, `${error.type}: ${error.message}`] : printed;
}

describe('forms of Python', () => {
  test.each([
    ['print(y := 2, y)', '2 2'],
    ['print(torch.add(x, x, alpha=(k := 2)), k)', 'tensor([[ 3., -6.]]) 2'],
    ['d = {"x": x} | {"y": 1}\nd["x"] *= 2\nprint(x, d["y"])', 'tensor([[ 2., -4.]]) 1'],
    ['d = {"a": 1}\ne = d\nd |= {"a": 2, "b": 3}\nprint(e)', "{'a': 2, 'b': 3}"],
    [
      'from functools import partial\nf = partial(torch.add, alpha=2)\nprint(f(x, x))',
      'tensor([[ 3., -6.]])',
    ],
    ['import functools\nprint(functools.reduce(lambda a, b: a * b, [2, 3], x))', 'tensor([[  6., -12.]])'],
    ['import operator\nprint(operator.mul(x, 2))', 'tensor([[ 2., -4.]])'],
    [
      'import copy\na = copy.deepcopy([x])\na[0].zero_()\nprint(x, a)',
      'tensor([[ 1., -2.]]) [tensor([[0., 0.]])]',
    ],
    ['import copy\na = copy.copy(x)\na.mul_(2)\nprint(x)', 'tensor([[ 2., -4.]])'],
    [
      'import copy\na = copy.copy([1, 2])\na[0] = 5\nb = copy.deepcopy({"k": a})\nb["k"][1] = 6\nprint(a, b)',
      "[5, 2] {'k': [5, 6]}",
    ],
    ['a = [3, 1, 2]\na.sort()\nb = a\nb.sort(reverse=True)\nprint(a)', '[3, 2, 1]'],
    ['a = [1, 2, 3, 4]\na[1:3] = [9]\na[-1:] = (7, 8)\nprint(a)', '[1, 9, 7, 8]'],
    ['print(all(x.mul_(2).dim() == 9 for _ in range(3)), x)', 'False tensor([[ 2., -4.]])'],
    ['print(any(x.mul_(2).dim() == 2 for _ in range(3)), x)', 'True tensor([[ 2., -4.]])'],
    [
      'a = x\na @= torch.tensor([[0.0, 1.0], [1.0, 0.0]])\nprint(x, a)',
      'tensor([[ 1., -2.]]) tensor([[-2.,  1.]])',
    ],
    ['a = x.numpy().flatten()\na[0] = 5\nprint(x)', 'tensor([[ 1., -2.]])'],
  ])('%s', (code, expected) => {
    expect(shown(code)).toEqual([expected]);
  });
});

/** The values are PyTorch's. */
describe('options of a loss that are set afterwards', () => {
  const loss = 'import torch.nn as nn\ny = torch.tensor([1])\nc = nn.CrossEntropyLoss()\n';
  test.each([
    ['c.reduction = "none"\nprint(c(x, y))', 'tensor([3.0486])'],
    ['c.ignore_index = 1\nprint(c(x, y))', 'tensor(nan)'],
    ['c.label_smoothing = 0.5\nprint(c(x, y))', 'tensor(2.2986)'],
    ['setattr(c, "reduction", "sum")\nc.weight = torch.tensor([1.0, 3.0])\nprint(c(x, y))', 'tensor(9.1458)'],
    [
      'c = nn.CrossEntropyLoss(weight=torch.ones(2), reduction="sum")\nc.weight[1] = 2\nc.weight *= 2\nprint(c(x, y))',
      'tensor(12.1943)',
    ],
  ])('%s', (code, expected) => {
    expect(shown(loss + code)).toEqual([expected]);
  });
});

describe('nothing is shown of what may have been changed', () => {
  test.each([
    'np.negative(x.numpy(), x.numpy())\nprint(x)',
    'setattr(F, "relu", F.tanh)\nprint(F.relu(x))',
    'try:\n    import other\nexcept ImportError:\n    x *= 2\nprint(x)',
    'a = np.array(x, copy=False)\na *= 2\nprint(x)',
    'print(x * np.float32(2))',
  ])('%s', (code) => {
    expect(shown(code)).toEqual([]);
  });
});
