import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core';

const imports = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

/** Line and message of each note. */
function notesOf(...lines: readonly string[]) {
  return runSnippet(`${imports}${lines.join('\n')}`).notes.map(({ line, message }) => [line - 3, message]);
}

test.each([
  [
    ['p = torch.tensor([0.0, 1.0])', 'h = p * p.log()'],
    [2, 'nan begins here: 0 · (-inf) = nan'],
  ],
  [
    ['p = torch.tensor([0.0, 1.0])', 'h = -(p * torch.log(p)).sum()', 'print(h * 2)'],
    [2, 'nan begins here: 0 · (-inf) = nan'],
  ],
  [
    ['x = torch.tensor([[1.0], [0.0]]).log()', 'y = x[1] - x'],
    [2, 'nan begins here: -inf − (-inf) = nan'],
  ],
  [
    ['x = torch.tensor([0.0, 2.0])', 'y = x / x'],
    [2, 'nan begins here: 0 / 0 = nan'],
  ],
  [
    ['x = torch.tensor([1.0, -2.5])', 'y = torch.log(x)'],
    [2, 'nan begins here: log(-2.5000) = nan'],
  ],
  [
    ["x = torch.tensor([[float('-inf'), float('-inf')]])", 'y = x.softmax(1)'],
    [2, 'nan begins here: softmax gets -inf'],
  ],
  [
    ['x = torch.zeros(2, 3)', 'y = torch.tensor([-100, -100])', 'F.cross_entropy(x, y)'],
    [3, 'nan begins here: cross_entropy'],
  ],
])('%j says where nan begins', (lines, note) => {
  expect(notesOf(...lines)).toEqual([note]);
});

test.each([
  [["x = torch.tensor([float('nan'), 1.0])", 'print(x * 2)']],
  [['x = torch.tensor([0.0, 1.0])', 'print(x.log())']],
])('%j makes no nan of numbers', (lines) => {
  expect(notesOf(...lines)).toEqual([]);
});

test('a target of KLDivLoss that is no distribution is said once for each call', () => {
  const off = 'KLDivLoss is no distribution: ';
  expect(
    notesOf(
      'p = torch.tensor([[0.2, 0.8], [0.5, 0.5]])',
      'q = torch.tensor([[0.5, 0.5], [0.5, 0.6]])',
      "for i in range(2):\n    F.kl_div(p.log(), q, reduction='batchmean')",
    ),
  ).toEqual([[4, `the target of ${off}row 1 sums to 1.1000`]]);
  expect(
    notesOf(
      'p = torch.tensor([[0.2, 0.8], [0.5, 0.5]])',
      'nn.KLDivLoss(log_target=True)(p.log(), p)',
      'nn.KLDivLoss()(p.log(), p)',
      'nn.KLDivLoss()(p.t().log(), p.t())',
      'nn.KLDivLoss(log_target=True)(p.log(), p.log())',
    ),
  ).toEqual([[2, `the target of ${off}exp of row 0 sums to 3.4469`]]);
});
