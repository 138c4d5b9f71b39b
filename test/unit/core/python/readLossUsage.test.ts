import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLossUsage } from '../../../../src/core/python/readLossUsage';
import { readTensors } from '../../../../src/core/text/readTensors';

/** Each call as `loss(input, target)`, with the names of the literals or `?`, and the operations on the way. */
function callsOf(text: string): readonly string[] {
  const { literals } = readTensors(text);
  const shown = (
    argument: { literal: number | null; operations: readonly { name: string; dim: number | null }[] } | null,
  ) => {
    if (!argument) return 'none';
    if (argument.literal === null) return '?';
    const steps = argument.operations.map(({ name, dim }) => `.${name}(${dim ?? ''})`);
    return `${literals[argument.literal].name ?? argument.literal}${steps.join('')}`;
  };
  return readLossUsage(text, literals).calls.map(
    ({ loss, input, target, backward }) =>
      `${loss}(${shown(input)}, ${shown(target)})${backward ? ' backward' : ''}`,
  );
}

const tensors = 'x = torch.tensor([[1., 2.], [3., 4.]])\ny = torch.tensor([0, 1])\n';

describe('a call is found, with the literals that reach it', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['F.cross_entropy(x, y)', ['CrossEntropyLoss(x, y)']],
    ['torch.nn.functional.nll_loss(input=x, target=y)', ['NLLLoss(x, y)']],
    ['cross_entropy(target=y, input=x)', ['CrossEntropyLoss(x, y)']],
    ['nn.NLLLoss()(x, y)', ['NLLLoss(x, y)']],
    ['criterion = nn.CrossEntropyLoss()\nloss = criterion(x, y)', ['CrossEntropyLoss(x, y)']],
    ['self.criterion = nn.NLLLoss()\nself.criterion(x, y)', ['NLLLoss(x, y)']],
    ['loss = F.nll_loss(x, y)\nloss.backward()', ['NLLLoss(x, y) backward']],
    ['F.nll_loss(x, y).backward()', ['NLLLoss(x, y) backward']],
    ['print(F.nll_loss(x, y).item())', ['NLLLoss(x, y)']],
    ['F.nll_loss(F.log_softmax(x, dim=1), y)', ['NLLLoss(x.log_softmax(1), y)']],
    ['F.nll_loss(x.softmax(-1).log(), y)', ['NLLLoss(x.softmax(-1).log(), y)']],
    ['z = torch.log(torch.softmax(x, 1))\nF.nll_loss(z, y)', ['NLLLoss(x.softmax(1).log(), y)']],
    ['F.nll_loss(x.cuda(), y.long())', ['NLLLoss(x, y.int64())']],
    ['F.nll_loss(model(x), y)', ['NLLLoss(?, y)']],
    ['m = nn.LogSoftmax(dim=-1)\nF.nll_loss(m(x), y)', ['NLLLoss(x.log_softmax(-1), y)']],
    ['F.nll_loss(nn.LogSoftmax(d)(x), y)', ['NLLLoss(?, y)']],
    ['F.nll_loss(x.log_softmax(dim=d), y)', ['NLLLoss(?, y)']],
    ['F.nll_loss(F.log_softmax(x, axis=1), y)', ['NLLLoss(x.log_softmax(1), y)']],
    ['F.nll_loss(self.log(x), y)', ['NLLLoss(?, y)']],
    ['x = model(x)\nF.nll_loss(x, y)', ['NLLLoss(?, y)']],
    ['x += 1\nF.nll_loss(x, y)', ['NLLLoss(?, y)']],
    ['for x in loader:\n    F.nll_loss(x, y)', ['NLLLoss(?, y)']],
    ['def step(x):\n    return F.nll_loss(x, y)', ['NLLLoss(?, y)']],
    ['def step(x):\n    pass\nF.nll_loss(x, y)', ['NLLLoss(x, y)']],
    ['F.kl_div(x, x)', ['KLDivLoss(x, x)']],
    ['loss_fn(x, y)', []],
    ['nn.CrossEntropyLoss(x, y)', []],
  ];
  test.each(table)('%s', (code, expected) => {
    expect(callsOf(tensors + code)).toEqual(expected);
  });
});

test('options are read from the constructor and from the call', () => {
  const text = `${tensors}w = torch.tensor([1., 2.])
nn.CrossEntropyLoss(weight=w, ignore_index=-1, reduction="sum", label_smoothing=0.1)(x, y)
F.nll_loss(x, y, w)`;
  const { calls } = readLossUsage(text, readTensors(text).literals);
  expect(calls.map(({ options }) => ({ ...options, weight: options.weight?.literal }))).toEqual([
    { weight: 2, ignoreIndex: -1, reduction: 'sum', labelSmoothing: 0.1 },
    { weight: 2 },
  ]);
});

test('tensors given to the constructor are reported', () => {
  const text = `${tensors}nn.CrossEntropyLoss(x, y)`;
  const { constructorCalls } = readLossUsage(text, readTensors(text).literals);
  expect(constructorCalls.map(({ from, to }) => text.slice(from, to))).toEqual(['nn.CrossEntropyLoss(x, y)']);
});

test('calls in the fences of a Markdown text have positions of the whole text', () => {
  const post = readFileSync('test/fixtures/text/seed-post.md', 'utf8');
  const { literals } = readTensors(post);
  const { calls } = readLossUsage(post, literals);
  expect(calls.map(({ from, to }) => post.slice(from, to))).toEqual([
    'loss_fn(logits, labels)',
    'loss_fn(log_probs, targets)',
  ]);
  expect(calls.map(({ backward }) => backward && post.slice(backward.from, backward.to))).toEqual([
    'loss.backward()',
    'loss.backward()',
  ]);
});

test('a fence in another language is not read as Python', () => {
  const text = `\`\`\`js\n${tensors}F.nll_loss(x, y)\n\`\`\`\n`;
  expect(callsOf(text)).toEqual([]);
});

test('no text makes it throw', () => {
  for (const text of [
    'nn.NLLLoss(',
    'F.nll_loss(x,',
    'NLLLoss)(',
    '```\nnll_loss(*a, **b)',
    'F.nll_loss()',
    'kl_div\n\t(',
  ]) {
    expect(() => readLossUsage(text, readTensors(text).literals)).not.toThrow();
  }
});
