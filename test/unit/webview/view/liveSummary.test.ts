import { expect, test } from 'vitest';
import { evaluateText } from '../../../../src/core';
import { liveSummary } from '../../../../src/webview/view/liveSummary';

test.each([
  [
    'values and findings',
    'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]',
    'CrossEntropyLoss 0.3185. NLLLoss -2.2500. 1 finding.',
  ],
  [
    'what could not be read, and no word of findings',
    'logits = [[2.0, 1.0], [0.5',
    'Not read: expected a closing ], got none for this bracket.',
  ],
  [
    'the values of what was read, and no word of findings',
    'logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]])\nF.cross_entropy(logits, torch.tensor([0, 1]))\nz = [[1.0, 2.0], [3.0]]',
    'CrossEntropyLoss 0.3185. NLLLoss -2.2500. Not read: row 1 has 1 value, expected 2 as in row 0.',
  ],
  [
    'that there is nothing to evaluate',
    'logits = torch.tensor([])',
    'Not read: nothing to evaluate: logits is empty, of shape (0).',
  ],
])('says %s', (_, text, said) => {
  expect(liveSummary(evaluateText(text))).toBe(said);
});
