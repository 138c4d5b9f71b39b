import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

test.each([
  [
    'float32',
    '[-0.09, 1.46, 2.25, -0.06]',
    '[1.18, -1.95, -0.73, -0.88]',
    '[0.06463660299777985, -0.3839579224586487, -4.222180366516113, 0.07747934013605118]',
  ],
  [
    'float16',
    '[2.22, -0.87, -2.9, 1.34]',
    '[0.13, 1.69, 2.4, -0.34]',
    '[-131.375, 0.304443359375, 0.50341796875, -11.5859375]',
  ],
  [
    'bfloat16',
    '[-1.4, -0.87, 0.22, -0.56]',
    '[2.53, -1.75, 3.78, -1.96]',
    '[0.2177734375, 0.28515625, -0.015380859375, 0.1455078125]',
  ],
])('the gradient of a quotient rounds as that of PyTorch, in %s', (dtype, a, b, gradient) => {
  const program = [
    'import torch',
    `a = torch.tensor(${a}, dtype=torch.${dtype})`,
    `b = torch.tensor(${b}, dtype=torch.${dtype}, requires_grad=True)`,
    '(a / b).sum().backward()',
    'print(b.grad.tolist())',
  ].join('\n');
  expect(runSnippet(`${program}\n`).printed).toEqual([gradient]);
});
