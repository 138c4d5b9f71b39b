import { describe, expect, test } from 'vitest';
import { checkPython } from '../../../../../../src/core';

const library = 'import torch.nn.functional as F\ndef loss(p, y):\n    return F.nll_loss(p, y)\n';

/** A function that nothing calls, and that gives a loss probabilities. */
function step(call: string): string {
  return `import torch\ndef step(x, y):\n    return ${call}(torch.softmax(x, dim=1), y)\n`;
}

describe('a loss is found in a function that nothing calls, whatever name leads to it', () => {
  test.each([
    ['an import', `from lib import loss\n${step('loss')}`],
    ['another name for it', `from lib import loss as other\n${step('other')}`],
    ['everything of its module', `from lib import *\n${step('loss')}`],
    ['its module', `import lib\n${step('lib.loss')}`],
    ['another name for its module', `import lib as m\n${step('m.loss')}`],
    ['an assignment', `from lib import loss\nother = loss\n${step('other')}`],
    [
      'a choice',
      `from lib import loss\ntry:\n    import fast\n    f = loss\nexcept ImportError:\n    f = loss\n${step('f')}`,
    ],
    ['a dictionary', `from lib import loss\nlosses = {'nll': loss}\n${step("losses['nll']")}`],
    [
      'an item that is set',
      `from lib import loss\nlosses = {}\nlosses['nll'] = loss\n${step("losses['nll']")}`,
    ],
    ['a list that is filled', `from lib import loss\nlosses = []\nlosses.append(loss)\n${step('losses[0]')}`],
    ['a partial', `from functools import partial\nfrom lib import loss\nf = partial(loss)\n${step('f')}`],
    ['a lambda', `from lib import loss\nf = lambda p, y: loss(p, y)\n${step('f')}`],
    ['a string', `import lib\n${step("getattr(lib, 'loss')")}`],
    ['an import inside', step('loss').replace('    return', '    from lib import loss\n    return')],
    [
      'a default',
      step('f').replace('(x, y)', '(x, y, f=loss)').replace('import', 'from lib import loss\nimport'),
    ],
    [
      'an attribute that the constructor sets',
      'import torch\nfrom lib import loss\nclass Step:\n    def __init__(self):\n        self.f = loss\n' +
        '    def run(self, x, y):\n        return self.f(torch.softmax(x, dim=1), y)\n',
    ],
    [
      'a base class',
      'import torch\nfrom lib import loss\nclass Base:\n    def f(self, p, y):\n        return loss(p, y)\n' +
        'class Step(Base):\n    def run(self, x, y):\n        return self.f(torch.softmax(x, dim=1), y)\n',
    ],
    [
      'a function inside',
      'import torch\nfrom lib import loss\ndef make():\n    def step(x, y):\n' +
        '        return loss(torch.softmax(x, dim=1), y)\n    return step\n',
    ],
    [
      'a function that puts it into a registry',
      'from lib import loss\nlosses = {}\ndef register(name, f):\n    losses[name] = f\n' +
        `register('nll', loss)\n${step("losses['nll']")}`,
    ],
  ])('%s', (_, text) => {
    const { findings } = checkPython([
      { path: 'lib.py', text: library },
      { path: 'main.py', text },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['nll-not-log-probs']);
  });

  test('a package that hands it on', () => {
    const { findings } = checkPython([
      { path: 'losses/lib.py', text: library },
      { path: 'losses/__init__.py', text: 'from .lib import loss as nll\n' },
      { path: 'main.py', text: `import losses\n${step('losses.nll')}` },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['nll-not-log-probs']);
  });

  test('the logarithm of a softmax that another function makes', () => {
    const text =
      'import torch\ndef probs(x):\n    return torch.softmax(x, dim=1)\ndef f(x):\n    return torch.log(probs(x))\n';
    expect(checkPython([{ path: 'main.py', text }]).findings.map(({ code }) => code)).toEqual([
      'unstable-log-softmax',
    ]);
  });
});

test('what leads to no loss is not followed by itself', () => {
  // Each function calls the next one twice, which takes more steps than one may take.
  const tree = Array.from(
    { length: 13 },
    (_, i) => `def f${i}(x):\n    f${i + 1}(x)\n    f${i + 1}(x)\n`,
  ).join('');
  const last = 'def f13(x):\n    y = [x + 1, x + 2, x + 3, x + 4]\n    return y\n';
  const { findings, unread } = checkPython([
    { path: 'lib.py', text: library },
    { path: 'main.py', text: `from lib import loss\n${step('loss')}${tree}${last}` },
  ]);
  expect(findings.map(({ code }) => code)).toEqual(['nll-not-log-probs']);
  expect(unread).toEqual([]);
});
