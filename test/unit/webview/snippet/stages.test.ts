import { describe, expect, test } from 'vitest';
import { runStages } from '../../../../src/webview/snippet/stages';

const mistakes = `import torch
import torch.nn as nn
logits = torch.FloatTensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]], requires_grad=True)
labels = torch.FloatTensor([0, 2])
loss = nn.CrossEntropyLoss()(logits, labels)
loss.backward()
print(f'{loss.item():.4f}')
`;

describe('the stages of a snippet', () => {
  test('are one when it runs to its end', () => {
    expect(runStages({ text: 'print(1 + 1)', selection: null }).map(({ result }) => result.printed)).toEqual([
      ['2'],
    ]);
  });

  test('correct one stop after the other, until the values are printed', () => {
    const stages = runStages({ text: mistakes, selection: null });
    expect(stages.map(({ result }) => result.error?.line)).toEqual([3, 5, undefined]);
    expect(stages[2].result.printed).toEqual(['0.4071']);
    expect(stages[0].text).toBe(mistakes);
  });

  test('end at a stop that has no correction', () => {
    const stages = runStages({ text: 'x = 1\nx.nothing()\n', selection: null });
    expect(stages.map(({ result }) => result.error?.type)).toEqual(['AttributeError']);
  });

  test('keep to the selection, whose end moves with the corrections', () => {
    const from = mistakes.indexOf('loss =');
    const to = mistakes.indexOf('loss.backward');
    const above = mistakes.replace('torch.FloatTensor([[', 'torch.tensor([[');
    const moved = mistakes.length - above.length;
    const stages = runStages({ text: above, selection: { from: from - moved, to: to - moved } });
    const last = stages[stages.length - 1];
    expect(last.result.error).toBeUndefined();
    expect(last.text.slice(last.selection?.from, last.selection?.to)).toMatch(/^loss = .*\n$/);
  });
});
