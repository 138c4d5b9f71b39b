import { expect, test } from 'vitest';
import { checkPython } from '../../../../../../src/core/index';

/** What is known of the input of a loss on `model(x)` after a line. */
function inputAfter(line: string): string {
  const text = `
import torch.nn as nn
import torch.nn.functional as F
import library
model = nn.Sequential(nn.Linear(8, 4))
optimizer = nn.Linear(8, 4)
${line}
F.cross_entropy(model(x), y)
`;
  return checkPython([{ path: 'main.py', text }]).sites[0].input;
}

test('what an unknown library makes of a model is most likely the model', () => {
  const likely = 'raw scores (logits) or not known';
  expect(inputAfter('model = library.wrap(model, deep=True)')).toBe(likely);
  expect(inputAfter('model, optimizer = library.prepare(model, optimizer)')).toBe(likely);
  expect(inputAfter('model = library.wrap(net=model)')).toBe(likely);
});

test('under another name, or from a function of the program, it may be anything', () => {
  expect(inputAfter('model = library.wrap(optimizer)')).toBe('not known');
  expect(inputAfter('def wrap(m): return eval(m)\nmodel = wrap(model)')).toBe('not known');
});
