import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core';

const logits = '[[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]]';
const probs = '[[0.6128, 0.3043, 0.0829], [0.0593, 0.2177, 0.7229]]';

function partsOf(text: string): readonly string[] {
  const { tensors } = evaluateText(text, {}, { isPasted: true });
  return tensors.map(({ role, name, isAssumed }) => `${role} ${isAssumed ? 'assumed' : name}`);
}

describe('what stands beside an input and is no target', () => {
  test.each([
    ['a loss', `logits = ${logits}\nloss = tensor(0.4071)`, 'other loss'],
    ['a whole loss', `logits = ${logits}\nloss = tensor(1)`, 'other loss'],
    ['an accuracy', `logits = ${logits}\nval_acc = tensor(0.5)`, 'other val_acc'],
    ['its softmax', `logits = tensor(${logits})\ntensor(${probs})`, 'other null'],
  ])('%s', (_, text, other) => {
    expect(partsOf(text)).toEqual(['input logits', 'target assumed', other]);
  });

  test('predictions, beside the target or without one', () => {
    const pred = `pred = torch.tensor([0, 2])\nlogits = torch.tensor(${logits})\n`;
    expect(partsOf(`${pred}truth = torch.tensor([1, 2])`)).toEqual([
      'input logits',
      'target truth',
      'other pred',
    ]);
    expect(partsOf(pred)).toEqual(['input logits', 'target assumed', 'other pred']);
  });

  test('a history of losses, which is said', () => {
    const { problems } = evaluateText("{'loss': [1.5, 0.75], 'val_accuracy': [0.25, 0.5]}");
    expect(problems.map(({ message }) => message).join()).toContain('only losses and metrics');
  });

  test('but the one-hot target of a sure row is one, although its softmax is close to it', () => {
    expect(partsOf('logits = [[9.0, 0.0, 0.0]]\n[[1.0, 0.0, 0.0]]')).toEqual(['input logits', 'target null']);
  });

  test('but other probabilities of its shape are', () => {
    expect(partsOf(`logits = tensor(${logits})\ntensor([[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]])`)).toEqual([
      'input logits',
      'target null',
    ]);
  });
});

test('whole numbers in a column are the target of as many rows', () => {
  expect(partsOf(`${logits}\n[[0], [2]]`)).toEqual(['input null', 'target null']);
});

test('whole numbers that are called an output are the target of as many rows', () => {
  expect(partsOf(`Output: tensor(${logits})\nReal output: tensor([1, 2])`)).toEqual([
    'input Output',
    'target output',
  ]);
});

test('a name on a line of its own is that of the print below', () => {
  expect(partsOf(`labels\n\ntensor([1, 2])\n\nlogits\n\ntensor(${logits})`)).toEqual([
    'input logits',
    'target labels',
  ]);
  expect(partsOf(`some words\ntensor(${logits})`)).toEqual(['input null', 'target assumed']);
});

test('an input with a name has a target before one without', () => {
  const text = `features = [[10.0, 13.0], [16.0, 30.0]]\nx = ${logits}\nt = torch.tensor([0, 2])`;
  expect(partsOf(text)).toEqual(['input x', 'target t', 'other features']);
});

test('PyTorch stops only where a loss is called', () => {
  const text = `logits = torch.tensor(${logits})\nlabels = torch.tensor([0, 3])\n`;
  const messagesOf = (code: string) =>
    evaluateText(code)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ message }) => message);
  const error = 'IndexError: Target 3 is out of bounds.';
  expect(messagesOf(text)).toEqual([`CrossEntropyLoss refuses this: ${error}`]);
  expect(messagesOf(`${text}F.cross_entropy(logits, labels)`)).toEqual([`PyTorch stops here: ${error}`]);
});

test('a second tensor with numbers below 0, as a gradient beside its weights, is no target', () => {
  const { tensors } = evaluateText('tensor([[2.5, 2.5], [-1.0, 1.0]])\ntensor([[-0.3, -0.3], [-0.1, -0.1]])');
  expect(tensors.filter(({ role, isAssumed }) => role === 'target' && !isAssumed)).toEqual([]);
});
