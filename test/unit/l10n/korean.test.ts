import { afterEach, expect, test } from 'vitest';
import { checkPython, evaluateText, kindLabels, runSnippet } from '../../../src/core';
import * as l10n from '../../../src/core/l10n';
import { readJson } from './sources';

const messages = readJson('l10n/bundle.l10n.ko.json');

afterEach(() => l10n.setTexts({}));

/** What `make` gives in English and in Korean. */
function inBoth<T>(make: () => T): readonly [T, T] {
  const english = make();
  l10n.setTexts(messages);
  return [english, make()];
}

test('core speaks the language that is set after it was loaded', () => {
  const [english, korean] = inBoth(() => kindLabels.logits);
  expect([english, korean]).toEqual(['logits', '로짓']);
});

test('findings are translated, numbers and code are not', () => {
  const text = 'probs = torch.tensor([[0.7, 0.3], [0.4, 0.6]])\nnn.NLLLoss()(probs, torch.tensor([0, 1]))';
  const [english, korean] = inBoth(() => evaluateText(text));
  const [before] = english.findings;
  const [after] = korean.findings;
  expect(after.message).toBe('NLLLoss에는 로그 확률을 넣어야 하는데 “probs”의 값은 확률처럼 보입니다.');
  expect(after.evidence.map(({ value }) => value)).toEqual(before.evidence.map(({ value }) => value));
  expect(after.fixCode).toBe(before.fixCode);
  expect(korean.losses).toEqual(english.losses);
});

test('PyTorch and Python keep their own words', () => {
  const text = 'import torch\nx = torch.rand(2)\nx = torch.FloatTensor([1.0], requires_grad=True)\n';
  const [english, korean] = inBoth(() => runSnippet(text));
  expect(korean.error?.message).toBe(english.error?.message);
  expect(korean.error?.fix?.title).toBe('torch.tensor 사용');
  expect(korean.unevaluated[0].message).toBe('계산할 수 없음: 호출할 때마다 값이 달라지는 torch.rand(…)');
});

test('a check of code tells the way of a value', () => {
  const text = 'from torch import nn\np = nn.Softmax(dim=1)(x)\nnn.NLLLoss()(p, y)\n';
  const [, korean] = inBoth(() => checkPython([{ path: 'a.py', text }]));
  const [{ chain, fixes }] = korean.findings;
  expect(chain[0].message).toBe('`nn.Softmax`에서 확률이 나옴');
  expect(fixes[0].title).toBe('softmax 대신 log_softmax 사용');
});
