import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../src/core';

/** What is said of a text; nothing is assumed, computed or found in it. */
function saidOf(text: string): readonly string[] {
  const { losses, findings, problems, tensors } = evaluateText(text, {}, { isPasted: true });
  expect([losses, findings, tensors.filter(({ isAssumed }) => isAssumed)]).toEqual([null, [], []]);
  expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'empty'));
  return problems.map(({ message }) => message);
}

const x = '[[2.0, 1.0, 0.1]]';
const tensor = `torch.tensor(${x})`;

describe('there is nothing to evaluate', () => {
  test.each([
    ['x = torch.tensor([])', 'x is empty, of shape (0)'],
    ['logits = torch.empty(0, 3)', 'logits is empty, of shape (0, 3)'],
    ['torch.tensor([[], []])', 'the tensor is empty, of shape (2, 0)'],
  ])('of an empty tensor without a target: %s', (text, message) => {
    expect(saidOf(text)).toEqual([`nothing to evaluate: ${message}`]);
  });

  test.each([
    [`x = ${x}\ny = []`, 'y is empty, of shape (0)'],
    [`x = ${x}\ny = [[], [], []]`, 'y is empty, of shape (3, 0)'],
    [`{"logits": ${x}, "labels": []}`, 'labels is empty, of shape (0)'],
    [`[{"logits": ${x}, "labels": []}, {"labels": []}]`, 'labels is empty, of shape (0)'],
    [`${x}\n[]`, 'the tensor is empty, of shape (0)'],
    [`logits = ${tensor}\nlabels = torch.empty(0)`, 'labels is empty, of shape (0)'],
    [`logits = ${tensor}\nlabels = torch.empty(0, 3)`, 'labels is empty, of shape (0, 3)'],
    [`logits = ${tensor}\nlabels = torch.empty(3, 0)`, 'labels is empty, of shape (3, 0)'],
    [`logits = ${tensor}\nlabels = torch.tensor([], dtype=torch.long)`, 'labels is empty, of shape (0)'],
    [`logits = ${tensor}\nlabels = np.array([])`, 'labels is empty, of shape (0)'],
  ])('with an empty target: %s', (text, message) => {
    const said = saidOf(text);
    expect(new Set(said)).toEqual(new Set([`nothing to evaluate: ${message}`]));
  });

  test.each([
    ['logits = []\nlabels = [0, 1]', 'logits is empty, of shape (0)'],
    ['logits = [[], [], []]\nlabels = [0, 1, 2]', 'logits is empty, of shape (3, 0)'],
    ['{"logits": [], "labels": [0]}', 'logits is empty, of shape (0)'],
    ['{"logits": [[], []], "labels": [0, 1]}', 'logits is empty, of shape (2, 0)'],
    ['logits = torch.empty(0)\nlabels = torch.tensor(0)', 'logits is empty, of shape (0)'],
    ['logits = torch.empty(0, 3)\nlabels = torch.tensor([0, 1])', 'logits is empty, of shape (0, 3)'],
    ['logits = torch.empty(3, 0)\nlabels = torch.tensor([0, 1, 2])', 'logits is empty, of shape (3, 0)'],
  ])('with an empty input: %s', (text, message) => {
    expect(saidOf(text)).toEqual([`nothing to evaluate: ${message}`]);
  });

  test('and each part that is empty is told', () => {
    expect(saidOf('logits = torch.empty(0, 3)\nlabels = []')).toEqual([
      'nothing to evaluate: logits is empty, of shape (0, 3)',
      'nothing to evaluate: labels is empty, of shape (0)',
    ]);
  });
});

describe('an empty list is no target', () => {
  test.each([
    ['that the code fills', `x = ${x}\ny = []\ny.append(0)`],
    ['that the code replaces', `x = ${x}\ny = []\ny = load()`],
    ['under the name of something else', `x = ${x}\nlosses = []`],
    ['as a part of an expression', `x = ${x}\ny = [] or [0]`],
    ['beside words', `the logits are ${x}\n[]`],
  ])('%s', (_, text) => {
    const { losses, tensors } = evaluateText(text);
    expect(losses).not.toBeNull();
    expect(tensors.some(({ isAssumed }) => isAssumed)).toBe(true);
  });

  test('beside a target', () => {
    const { tensors } = evaluateText(`labels = []\nlogits = ${x}\ntarget = [0]`);
    expect(tensors.map(({ name }) => name)).toEqual(['logits', 'target']);
  });
});

// PyTorch 2.13: nan of both losses.
test('an empty batch with its targets is evaluated: both losses are nan', () => {
  const { losses } = evaluateText('logits = torch.empty(0, 3)\ny = torch.empty(0, dtype=torch.long)');
  expect([losses?.crossEntropyLoss.output?.data, losses?.nllLoss.output?.data]).toEqual([
    new Float64Array([Number.NaN]),
    new Float64Array([Number.NaN]),
  ]);
});

// PyTorch 2.13: "Expected input batch_size (1) to match target batch_size (0)."
test('a call with an empty target stops as PyTorch does', () => {
  const code = `x = ${tensor}\ny = torch.tensor([], dtype=torch.long)\nF.cross_entropy(x, y)`;
  const { findings } = evaluateText(code);
  expect(findings.map(({ message }) => message)[0]).toContain('to match target batch_size (0)');
});
