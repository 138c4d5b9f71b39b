import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const leaf = 'x = torch.tensor([[1.0, 2.8], [1.7, -0.2]], requires_grad=True)\n';
const cube = 'x = torch.zeros(2, 3, 4)\n';

/** Each complaint is PyTorch 2.13's. */
describe('PyTorch stops', () => {
  test.each([
    ['torch.tensor([3, [1, 2]])', "TypeError: 'list' object cannot be interpreted as an integer"],
    ['torch.tensor([3, (1, 2)])', "TypeError: 'tuple' object cannot be interpreted as an integer"],
    ['torch.tensor([3, [1.0, 2]])', 'TypeError: must be real number, not list'],
    ['torch.tensor([3.0, (1, 2)])', 'TypeError: must be real number, not tuple'],
    ['torch.allclose(torch.ones(2).double(), torch.ones(2))', 'RuntimeError: Double did not match Float'],
    ['torch.tensor([1, []])', 'TypeError: must be real number, not list'],
    ['torch.tensor([3, [1, 2]], dtype=torch.float64)', 'TypeError: must be real number, not list'],
    [
      'torch.tensor([3.0, [1, 2]], dtype=torch.long)',
      "TypeError: 'list' object cannot be interpreted as an integer",
    ],
    [
      `${leaf}y = x.detach().requires_grad_()\ny -= 1`,
      'RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.',
    ],
    [
      `${leaf}y = x.view(-1)\ny[0] = 2`,
      'RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.',
    ],
    [`${leaf}x[0].detach_()`, /^RuntimeError: Can't detach views in-place\. Use detach\(\) instead\./],
    [`${cube}x.view(-1).detach_()`, /^RuntimeError: Can't detach views in-place\./],
    [`${cube}x[..., 9]`, 'IndexError: index 9 is out of bounds for dimension 1 with size 4'],
    [`${cube}x[None, ..., 9]`, 'IndexError: index 9 is out of bounds for dimension 2 with size 4'],
    [`${cube}x[..., 9, 0]`, 'IndexError: index 9 is out of bounds for dimension 1 with size 3'],
    [`${cube}x[:, 0, 9]`, 'IndexError: index 9 is out of bounds for dimension 2 with size 4'],
    [
      `${cube}x[torch.zeros(2, 3).bool(), 9]`,
      'IndexError: index 9 is out of bounds for dimension 1 with size 4',
    ],
    ['torch.zeros(4, 1)[1, 1]', 'IndexError: index 1 is out of bounds for dimension 1 with size 1'],
  ])('%s', (code, message) => {
    const { error, unevaluated } = runSnippet(`import torch\n${code}\n`);
    expect(unevaluated).toEqual([]);
    expect(`${error?.type}: ${error?.message}`).toMatch(message);
  });

  test('not at detach_() of what autograd takes for no view', () => {
    const { error, unevaluated } = runSnippet(
      `import torch\n${leaf}x.detach().detach_()\nx.data.detach_()\n`,
    );
    expect([error, unevaluated]).toEqual([undefined, []]);
  });
});
