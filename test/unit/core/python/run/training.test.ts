import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const head = 'import torch\nimport torch.nn as nn\nw = torch.tensor([1.0, 2.0], requires_grad=True)\n';

/** Three steps along the sum of squares, printed by PyTorch 2.13. */
test.each([
  ['SGD([w], lr=0.1)', 'tensor([0.5120, 1.0240], requires_grad=True)'],
  ['SGD([w], lr=0.1, momentum=0.9)', 'tensor([0.0620, 0.1240], requires_grad=True)'],
  ['SGD([w], lr=0.1, momentum=0.9, nesterov=True)', 'tensor([-0.1084, -0.2167], requires_grad=True)'],
  ['SGD([w], lr=0.1, weight_decay=0.5)', 'tensor([0.4219, 0.8438], requires_grad=True)'],
  ['Adam([w], lr=0.1)', 'tensor([0.7016, 1.7006], requires_grad=True)'],
  ['AdamW([w], lr=0.1, weight_decay=0.1)', 'tensor([0.6751, 1.6444], requires_grad=True)'],
  ['RMSprop([w], lr=0.05)', 'tensor([0.1548, 0.9814], requires_grad=True)'],
  ['Adagrad([w], lr=0.1)', 'tensor([0.7805, 1.7758], requires_grad=True)'],
])('torch.optim.%s', (optimizer, wanted) => {
  const loop =
    'for _ in range(3):\n    opt.zero_grad()\n    (w ** 2).sum().backward()\n    opt.step()\nprint(w)\n';
  const { printed, unevaluated, error } = runSnippet(`${head}opt = torch.optim.${optimizer}\n${loop}`);
  expect({ printed, unevaluated, error }).toEqual({ printed: [wanted], unevaluated: [], error: undefined });
});
