import { describe, expect, test } from 'vitest';
import { checkPython } from '../../../../../src/core/index';
import { parsableText } from '../../../../../src/core/python/syntax/parsableText';

/** Valid Python that the grammar of the parser does not have. */
const valid = [
  'with (open("a") as f, open("b") as g):\n    pass\n',
  'with (\n    open("a") as f,  # the (first\n    open(")") as g,\n):\n    pass\n',
  'async def f():\n    async with (a(b[1]) as c):\n        pass\n',
  '\fclass A:\n    pass\n\f\nx = 1\n',
  'x = 1.\n',
];

describe('valid Python that the parser does not know', () => {
  test.each(valid)('%j is read whole', (text) => {
    expect(checkPython([{ path: 'main.py', text }]).unread).toEqual([]);
    expect(parsableText(text)).toHaveLength(text.length);
  });
});

test.each([
  'with (a):\n    pass\n',
  'with (a as b',
  'with (f("""\n)""") as b):\n    pass\n',
  'x = "with (a as b):"\n',
])('%j is left as it is', (text) => {
  expect(parsableText(text)).toBe(text);
});

test('what stands inside of such a with is checked', () => {
  const text = `import torch
import torch.nn.functional as F

with (
    torch.no_grad() as a,
    torch.enable_grad() as b,
):
    F.nll_loss(F.softmax(x, dim=1), y)
`;
  const { findings } = checkPython([{ path: 'main.py', text }]);
  expect(findings.map(({ code, from }) => [code, text.slice(from, from + 9)])).toEqual([
    ['nll-not-log-probs', 'F.softmax'],
  ]);
});
