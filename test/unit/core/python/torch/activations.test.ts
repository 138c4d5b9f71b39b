import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

test.each([
  ['nn.ReLU(inplace=True)', 'tensor([0., 2.])'],
  ['nn.LeakyReLU(0.5, inplace=True)', 'tensor([-0.5000,  2.0000])'],
  ['nn.ELU(inplace=True)', 'tensor([-0.6321,  2.0000])'],
])('%s writes into its input', (made, after) => {
  const { printed, unevaluated } = runSnippet(
    `import torch\nfrom torch import nn\nx = torch.tensor([-1., 2.])\nm = ${made}\nm(x)\nprint(x)\nprint(m)\n`,
  );
  expect(unevaluated).toEqual([]);
  expect(printed[0]).toBe(after);
});

test.each([
  ['nn.LeakyReLU()', 'LeakyReLU(negative_slope=0.01)'],
  ['nn.Softplus(beta=2)', 'Softplus(beta=2, threshold=20.0)'],
  ['nn.ReLU(inplace=True)', 'ReLU(inplace=True)'],
  ['nn.ELU()', 'ELU(alpha=1.0)'],
  ['nn.Flatten()', 'Flatten(start_dim=1, end_dim=-1)'],
])('%s prints its options', (made, text) => {
  expect(runSnippet(`from torch import nn\nprint(${made})\n`).printed).toEqual([text]);
});
