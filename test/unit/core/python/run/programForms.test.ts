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
    ['a = x.numpy().flatten()\na[0] = 5\nprint(x)', 'tensor([[ 1., -2.]])'],
  ])('%s', (code, expected) => {
    expect(shown(code)).toEqual([expected]);
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
