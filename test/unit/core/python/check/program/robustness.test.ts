import { describe, expect, test } from 'vitest';
import { checkPython, PythonChecker } from '../../../../../../src/core/index';
import { pythonFixtures } from './fixtures';

/** A seeded generator of numbers in [0, 1), so that a failure can be had again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const texts = pythonFixtures().flatMap(({ files }) => files.map(({ text }) => text));

describe('any text is read without an exception', () => {
  test('programs cut anywhere, with pieces of others put in and lines shuffled', () => {
    const random = mulberry32(20261123);
    const pick = (length: number) => Math.floor(random() * length);
    for (let round = 0; round < 600; round++) {
      const a = texts[pick(texts.length)];
      const b = texts[pick(texts.length)];
      const cut = a.slice(0, pick(a.length)) + b.slice(pick(b.length));
      const lines = cut.split('\n');
      const [i, j] = [pick(lines.length), pick(lines.length)];
      [lines[i], lines[j]] = [lines[j], lines[i]];
      const text = lines.join('\n');
      expect(() => checkPython([{ path: 'a.py', text }]), text).not.toThrow();
    }
  });

  test.each([
    ['brackets', '('.repeat(20_000)],
    ['closed brackets', `x = ${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['a long sum', `x = ${'a + '.repeat(20_000)}a`],
    ['a long chain of calls', `x = a${'.b()'.repeat(10_000)}`],
    ['nested blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if a:`).join('\n')],
    ['nested functions', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}def f${i}():`).join('\n')],
    ['a loop of imports', 'from a import *\nimport a\nimport a.b.c'],
    ['a class of itself', 'class A(A):\n  def __init__(self): A()\nA()()'],
    ['endless recursion', 'def f(x):\n  return g(x) + f(x)\ndef g(x):\n  return f(x)\nf(1)'],
    [
      'names of the prototype',
      'constructor = __proto__ = toString\nx.constructor(y)[hasOwnProperty](nn.constructor())',
    ],
    ['no line feed', '# loss-lens: ignore[nll-not-log-probs]'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    const marked = `${text}\nimport torch.nn.functional as F\nF.nll_loss(F.softmax(z, dim=1), y)\n`;
    expect(() => checkPython([{ path: 'a.py', text: marked }])).not.toThrow();
  });

  test('branches do not multiply', () => {
    const branch = (i: number) =>
      `if args.a${i}:\n    x = F.softmax(x, dim=1)\nelse:\n    x = nn.Linear(2, 2)(x)\n`;
    const many = Array.from({ length: 400 }, (_, i) => branch(i)).join('');
    const text = `import torch.nn as nn\nimport torch.nn.functional as F\nx = load()\n${many}F.nll_loss(x, y)\n`;
    expect(checkPython([{ path: 'a.py', text }]).sites).toHaveLength(1);
  });
});

describe('what is not Python is told, and the rest is checked', () => {
  const wrong = 'import torch.nn.functional as F\nloss = F.nll_loss(F.softmax(x, dim=1), y)\n';

  test.each([
    ['Python 2', `print "a", b\n${wrong}`],
    ['a broken line', `x = = 3\n${wrong}`],
    ['an unclosed bracket at the end', `${wrong}y = foo(1,\n`],
  ])('%s', (_name, text) => {
    const { findings, unread } = checkPython([{ path: 'a.py', text }]);
    expect(findings.map(({ code }) => code)).toEqual(['nll-not-log-probs']);
    expect(unread.map(({ path }) => path)).toEqual(['a.py']);
  });

  test.each([
    ['carriage returns', wrong.replaceAll('\n', '\r')],
    ['both', wrong.replaceAll('\n', '\r\n')],
    ['tabs', `def f(x, y):\n\t${wrong.replace('\n', '\n\t')}`],
    ['print as a statement', `print 'loss'\n${wrong}`],
  ])('%s are read whole', (_name, text) => {
    const { findings, unread } = checkPython([{ path: 'a.py', text }]);
    expect(findings.map(({ code }) => code)).toEqual(['nll-not-log-probs']);
    expect(unread).toEqual([]);
  });
});

describe('what takes too many steps is told', () => {
  /** Each function calls the next one twice. */
  const tree = Array.from(
    { length: 13 },
    (_, i) => `def f${i}(x):\n    f${i + 1}(x)\n    f${i + 1}(x)\n`,
  ).join('');
  const last = 'def f13(x):\n    y = [x + 1, x + 2, x + 3, x + 4]\n    return nn.NLLLoss()(y[0], y[1])\n';

  test.each([
    ['a file', 'f0(1)\n', ['it takes']],
    ['a function', '', ['`f0` takes']],
  ])('%s', (_name, text, expected) => {
    const { unread } = checkPython([{ path: 'a.py', text: `import torch.nn as nn\n${tree}${last}${text}` }]);
    const told = unread.map(({ message }) => message);
    expect(told).toEqual(expected.map((start) => `${start} too many steps to be followed to its end`));
  });
});

describe('a checker that is kept', () => {
  const model =
    'import torch.nn as nn\ndef build():\n    return nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))\n';
  const main = 'import torch.nn as nn\nfrom model import build\nnn.NLLLoss()(build()(x), y)\n';

  test('follows an edit of the other file', () => {
    const checker = new PythonChecker();
    checker.set('main.py', main);
    checker.set('model.py', model);
    expect(checker.check(['main.py']).findings.map(({ code }) => code)).toEqual(['nll-not-log-probs']);
    checker.set('model.py', model.replace('nn.Softmax', 'nn.LogSoftmax'));
    expect(checker.check(['main.py']).findings).toEqual([]);
    checker.delete('model.py');
    expect(checker.check().findings).toEqual([]);
  });

  test('names the files that an import may mean', () => {
    const checker = new PythonChecker();
    checker.set('src/main.py', 'from .nets import a\nimport torch\n');
    expect(checker.importsOf('src/main.py')).toEqual([
      'src/nets.py',
      'src/nets/__init__.py',
      'src/nets/a.py',
      'src/nets/a/__init__.py',
    ]);
  });

  test('finds the same after any edit as from nothing', () => {
    const random = mulberry32(7);
    const checker = new PythonChecker();
    for (let round = 0; round < 60; round++) {
      const text = texts[Math.floor(random() * texts.length)];
      const at = Math.floor(random() * text.length);
      for (const now of [text, `${text.slice(0, at)}\n${text.slice(at)}`, text]) {
        checker.set('a.py', now);
        expect(checker.check()).toEqual(checkPython([{ path: 'a.py', text: now }]));
      }
    }
  });
});

describe('a comment that says to ignore', () => {
  const line = 'F.nll_loss(F.softmax(x, dim=1), y)';

  test.each([
    ['its code', '# loss-lens: ignore[nll-not-log-probs]', 0],
    ['several codes', '# loss-lens: ignore[softmax-dim, nll-not-log-probs]', 0],
    ['everything', '# loss-lens: ignore', 0],
    ['another code', '# loss-lens: ignore[ce-double-softmax]', 1],
    ['nothing that is known', '# noqa', 1],
  ])('%s', (_name, comment, count) => {
    const text = `import torch.nn.functional as F\n${line}  ${comment}\n`;
    expect(checkPython([{ path: 'a.py', text }]).findings).toHaveLength(count);
  });
});
