import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

function run(expression: string) {
  return runSnippet(`import torch\nimport torch.nn.functional as F\nprint(${expression})\n`);
}

test.each([
  'F.adaptive_avg_pool1d(torch.ones(1, 1, 4), 10**9)',
  'F.adaptive_max_pool2d(torch.ones(1, 1, 4, 4), (10**5, 10**5))',
  'F.max_pool2d(torch.ones(1, 1, 2500, 2500), 3, 1)',
  'F.pad(torch.ones(1, 4), (10**9, 0))',
  'F.pad(torch.ones(1, 4, 4), (10**9, 10**9), mode="replicate")',
  'F.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 1), padding=10**9)',
  'F.conv1d(torch.ones(1, 1, 9000), torch.ones(1, 1, 4500))',
  'F.interpolate(torch.ones(1, 1, 4), size=10**9)',
])('%s is too much', (expression) => {
  const { printed, endedBy } = run(expression);
  expect({ printed, endedBy }).toEqual({ printed: [], endedBy: 'elements' });
});

test('windows are as wide as their padding allows', () => {
  expect(run('F.avg_pool1d(torch.ones(1, 1, 2), 2 * 10**8, 1, 10**8)').printed).toEqual([
    'tensor([[[1.0000e-08, 1.0000e-08, 1.0000e-08]]])',
  ]);
});

test.each([
  ['F.layer_norm(torch.tensor([1, 2, 3]), (3,))', `"LayerNormKernelImpl" not implemented for 'Long'`],
  [
    'F.layer_norm(torch.ones(2, 3), (3,), torch.ones(4))',
    'Expected weight to be of same shape as normalized_shape, but got weight of shape [4] and normalized_shape = [3]',
  ],
])('%s says what PyTorch says', (expression, message) => {
  expect(run(expression).error?.message).toBe(message);
});

test.each([
  'F.layer_norm(torch.ones(2, 3), (3,), torch.ones(3).double())',
  'F.batch_norm(torch.ones(2, 3), None, None, torch.ones(3).double(), training=True)',
])('%s is refused', (expression) => {
  const { printed, unevaluated } = run(expression);
  expect([printed.length, unevaluated.length]).toEqual([0, 1]);
});
