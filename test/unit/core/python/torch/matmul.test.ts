import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core';

const code = `import torch
a = (torch.arange(54.) / 7).reshape(2, 3, 9)
b = (torch.arange(18.) / 3 - 2).reshape(9, 2)
b.requires_grad_()
c = a @ b
print(c)
c.sum().backward()
print(b.grad)
print(torch.ones(1, 5) @ torch.full((5, 1), float('inf')))
print(torch.tensor([[0., 1, 2, 3, 4, float('nan')]]) @ torch.zeros(6, 2))
`;

const printed = `tensor([[[ 9.1429, 10.8571],
         [16.8571, 22.4286],
         [24.5714, 34.0000]],

        [[32.2857, 45.5714],
         [40.0000, 57.1429],
         [47.7143, 68.7143]]], grad_fn=<UnsafeViewBackward0>)
tensor([[19.2857, 19.2857],
        [20.1429, 20.1429],
        [21.0000, 21.0000],
        [21.8571, 21.8571],
        [22.7143, 22.7143],
        [23.5714, 23.5714],
        [24.4286, 24.4286],
        [25.2857, 25.2857],
        [26.1429, 26.1429]])
tensor([[inf]])
tensor([[nan, nan]])`;

test('products of long rows, their batches and gradients are what PyTorch 2.13 prints', () => {
  expect(runSnippet(code).printed.join('\n')).toBe(printed);
});
