import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../src/core/evaluate/evaluateText';

const logits = 'logits = torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])\n';
const target = 'target = torch.tensor([0, 2])\n';

function parts(text: string) {
  return evaluateText(text).tensors.map(({ role, name, from, to }) => [role, name, text.slice(from, to)]);
}

describe('an expression', () => {
  test('is the input of the loss that it goes to, and what it starts from plays no part', () => {
    const text = `${logits}log_probs = logits - torch.logsumexp(logits, 1, keepdim=True)\n${target}F.nll_loss(log_probs, target)`;
    expect(parts(text)).toEqual([
      ['input', 'log_probs', 'logits - torch.logsumexp(logits, 1, keepdim=True)'],
      ['target', 'target', 'torch.tensor([0, 2])'],
      ['other', 'logits', 'torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])'],
    ]);
    const { losses, findings, problems } = evaluateText(text);
    expect(losses?.nllLoss.output?.data[0]).toBeCloseTo(0.4071072, 6);
    expect([findings, problems]).toEqual([[], []]);
  });

  test('is judged by its values, and the finding points at it', () => {
    const text = `probs = torch.exp(torch.zeros(2, 4)) / 4\nF.nll_loss(probs, torch.arange(2))`;
    const [finding] = evaluateText(text).findings;
    expect(finding.code).toBe('nll-not-log-probs');
    expect(text.slice(finding.from, finding.to)).toBe('torch.exp(torch.zeros(2, 4)) / 4');
  });

  test('has the value that it has when the loss is called', () => {
    const text =
      'logits = torch.zeros(2, 3)\nlogits[0, 1] = 2.0\nF.cross_entropy(logits, torch.tensor([0, 1]))';
    expect(evaluateText(text).losses?.crossEntropyLoss.output?.data[0]).toBeCloseTo(1.6690785, 6);
  });

  test('is paired by the names where there is no call', () => {
    const text = `${logits}log_probs = torch.log(torch.softmax(logits, 1) / 1)\nlabels = torch.tensor([0, 2])\n`;
    expect(parts(text).slice(0, 2)).toEqual([
      ['input', 'log_probs', 'torch.log(torch.softmax(logits, 1) / 1)'],
      ['target', 'labels', 'torch.tensor([0, 2])'],
    ]);
  });

  test('gives weights and options of the call', () => {
    const text = `${logits}${target}loss = nn.NLLLoss(weight=torch.ones(3) * 2, reduction='sum')\nloss(logits, target * 1)`;
    const { options, tensors } = evaluateText(text);
    expect([options.reduction, options.weight?.data]).toEqual(['sum', Float64Array.of(2, 2, 2)]);
    expect(tensors.slice(0, 3).map(({ role }) => role)).toEqual(['input', 'target', 'weight']);
  });

  test('that cannot be evaluated leaves what was read', () => {
    const text = `${logits}${target}F.cross_entropy(model(logits), target)`;
    expect(parts(text)[0]).toEqual(['input', 'logits', 'torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]])']);
  });
});

test('code that goes on for long leaves what was read', () => {
  const text = `${logits}${target}for i in range(1000000):\n    x = logits * i\nF.cross_entropy(x, target)`;
  expect(parts(text)[0][1]).toBe('logits');
});
