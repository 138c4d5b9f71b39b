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

test.each([
  ["nn.GELU(approximate='tanh')", "GELU(approximate='tanh')"],
  ['nn.GELU()', "GELU(approximate='none')"],
  ['nn.CELU(0.5, inplace=True)', 'CELU(alpha=0.5, inplace=True)'],
  ['nn.Hardshrink()', 'Hardshrink(0.5)'],
  ['nn.Softshrink(1)', 'Softshrink(1)'],
  ['nn.Threshold(0.1, 20)', 'Threshold(threshold=0.1, value=20)'],
])('%s prints as %s', (made, text) => {
  expect(runSnippet(`from torch import nn\nprint(${made})\n`).printed).toEqual([text]);
});

test.each([
  ['F.gelu(x)', 'tensor([-0.0155, -0.1587,  0.8413], grad_fn=<GeluBackward0>)'],
  ["F.gelu(x, approximate='tanh')", 'tensor([-0.0151, -0.1588,  0.8412], grad_fn=<GeluBackward0>)'],
  ['F.threshold(x, 0.5, -2)', 'tensor([-2., -2.,  1.], grad_fn=<ThresholdBackward0>)'],
  ['torch.celu(x, 2)', 'tensor([-1.4270, -0.7869,  1.0000], grad_fn=<CeluBackward0>)'],
  ['x.hardshrink(2)', 'tensor([-2.5000,  0.0000,  0.0000], grad_fn=<HardshrinkBackward0>)'],
  ['F.softshrink(x)', 'tensor([-2.0000, -0.5000,  0.5000], grad_fn=<SoftshrinkBackward0>)'],
  ['nn.Threshold(0., 5.)(x.detach().long())', 'tensor([5, 5, 1])'],
])('%s prints what PyTorch prints', (expression, text) => {
  const program = `import torch\nfrom torch import nn\nimport torch.nn.functional as F\nx = torch.tensor([-2.5, -1., 1.], requires_grad=True)\nprint(${expression})\n`;
  expect(runSnippet(program).printed).toEqual([text]);
});

test.each([
  ["F.gelu(x, approximate='fast')", 'approximate argument must be either none or tanh.'],
  ['F.celu(x, 0.)', 'ZeroDivisionError: alpha cannot be 0 for CELU'],
  ['F.gelu(x.long())', `"GeluKernelImpl" not implemented for 'Long'`],
])('%s says what PyTorch says', (expression, message) => {
  const program = `import torch\nimport torch.nn.functional as F\nx = torch.tensor([-4., -1., 1.])\n${expression}\n`;
  expect(runSnippet(program).error?.message).toBe(message);
});

test('gelu far below 0 is not evaluated in float32', () => {
  const program =
    'import torch\nx = torch.tensor([-4., 1.])\nprint(torch.nn.functional.gelu(x.double()))\ntorch.nn.functional.gelu(x)\n';
  const { printed, unevaluated } = runSnippet(program);
  expect(printed).toEqual(['tensor([-1.2668e-04,  8.4134e-01], dtype=torch.float64)']);
  expect(unevaluated.map(({ message }) => message)).toEqual([
    'cannot evaluate gelu(…) of numbers whose digits depend on the processor',
  ]);
});
