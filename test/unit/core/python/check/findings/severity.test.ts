import { expect, test } from 'vitest';
import { checkPython } from '../../../../../../src/core/index';

const head = `
import torch, torch.nn as nn, torch.nn.functional as F
fc = nn.Linear(4, 3)
`;

/** Codes and severities of what is found in a function of `x`, `y` and `t`. */
function foundIn(body: string): readonly string[] {
  const text = `${head}def f(x, y, t):\n    return ${body}\n`;
  return checkPython([{ path: 'main.py', text }]).findings.map(({ code, severity }) => `${code} ${severity}`);
}

test.each([
  ["nn.NLLLoss(reduction='none')(fc(x).softmax(1), y)", 'nll-not-log-probs information'],
  ["F.nll_loss(F.softmax(fc(x), dim=-1), y, reduction='none')", 'nll-not-log-probs information'],
  ["nn.NLLLoss(reduction='none')(fc(x), y)", 'nll-not-log-probs warning'],
  ["F.nll_loss(F.softmax(fc(x), dim=-1), y, reduction='mean')", 'nll-not-log-probs warning'],
  ["F.kl_div(fc(x).softmax(1), fc(t).softmax(1), reduction='none').sum(-1)", 'kl-not-log-probs information'],
  ["F.kl_div(fc(x).softmax(1), t, reduction='none').sum(-1)", 'kl-not-log-probs information'],
  ["F.kl_div(fc(x).softmax(1), fc(t).log_softmax(1), reduction='none')", 'kl-not-log-probs warning'],
  ["F.kl_div(fc(x).softmax(1), fc(t).softmax(1), reduction='batchmean')", 'kl-not-log-probs warning'],
])('%s: %s, as what may be meant is no warning', (body, expected) => {
  expect(foundIn(body)).toEqual([expected]);
});

test.each([
  ['GPT2LMHeadModel.from_pretrained("gpt2")', 't', 'warning'],
  ['GPT2LMHeadModel.from_pretrained("gpt2")', 'y', 'information'],
  ['AutoModelForCausalLM.from_pretrained("gpt2")', 't', 'information'],
])('%s, labels of %s: shifted twice for certain, or as it seems', (model, labels, severity) => {
  const text = `from transformers import GPT2LMHeadModel, AutoModelForCausalLM
def f(t, y):\n    return ${model}(t[:, :-1], labels=${labels}[:, 1:]).loss\n`;
  const { findings } = checkPython([{ path: 'main.py', text }]);
  expect(findings.map((one) => `${one.code} ${one.severity}`)).toEqual([`loss-double-shift ${severity}`]);
});

test.each([
  ['F.binary_cross_entropy(fc(x), y)', 'bce-logits-sigmoid warning'],
  ['F.binary_cross_entropy(fc(x).log_softmax(1), y)', 'bce-logits-sigmoid error'],
  ['F.binary_cross_entropy_with_logits(fc(x).sigmoid(), y)', 'bce-logits-sigmoid warning'],
])('%s: %s, an error where PyTorch raises whatever the numbers are', (body, expected) => {
  expect(foundIn(body)).toEqual([expected]);
});
