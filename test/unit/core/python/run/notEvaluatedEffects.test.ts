import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const before = ['import torch', 'x = torch.zeros(2)', 'y = torch.ones(2)'];

function printed(...lines: readonly string[]): readonly string[] {
  return runSnippet([...before, ...lines, ''].join('\n')).printed;
}

describe('what a statement that is not evaluated may have written into is not known', () => {
  test.each([
    ['an argument', ['from mine import f', 'f(x)']],
    ['an argument in a list', ['from mine import f', 'f([1, {"a": x}])']],
    ['a view of an argument', ['from mine import f', 'v = x.view(2)', 'f(v)']],
    ['an argument, through an array of NumPy', ['from mine import f', 'a = x.numpy()', 'f(a)']],
    ['what a closure mentions', ['from mine import f', 'g = lambda: x', 'f(g)']],
    ['what a decorated function mentions', ['from mine import f', '@f', 'def g():', '    x.mul_(2)']],
    ['either branch of an unknown condition', ['from mine import c', 'if c:', '    z = x', '    z.add_(1)']],
    ['a block with an unknown manager', ['from mine import m', 'with m:', '    x += 1']],
    ['the body of a loop over what is not known', ['from mine import m', 'for i in m:', '    x[0] = i']],
    [
      'what a try leaves halfway',
      ['from mine import f', 'try:', '    f(y)', '    x.add_(1)', 'except E: pass'],
    ],
    [
      'what a function that may return early does after',
      ['from mine import c', 'def g(t):', '    if c: return', '    t.add_(1)', 'g(x)'],
    ],
    ['what is held by what was written into', ['from mine import f', 'l = [x]', 'f(l)']],
    ['what a call kept for later', ['from mine import f, g', 'h = f(x)', 'g(h)']],
    ['a bound method that is not known', ['m = x.__class__.mul_', 'm(x, 2)']],
    ['what an iterator runs', ['from mine import f', 'm = map(f, [x])', 'list(m)']],
    ['everything that exec may name', ['exec("x.add_(1)")']],
    ['a name that a star may bind', ['from mine import *']],
    [
      'a global that a function binds',
      ['from mine import f', 'def g():', '    global x', '    x = 3', 'f(g)'],
    ],
  ])('%s', (_, lines) => {
    expect(printed(...lines, 'print(x)')).toEqual([]);
  });

  test.each([
    ['an argument of a function that only computes', ['z = torch.fft.fft(x)']],
    ['what only stands beside an unknown call', ['from mine import f', 'z = torch.add(f(y), x)']],
    ['what a block that only prints mentions', ['from mine import c', 'if c:', '    print(x.mean())']],
  ])('but %s is', (_, lines) => {
    expect(printed(...lines, 'print(x)')).toEqual(['tensor([0., 0.])']);
  });

  test('what changes the libraries leaves nothing of them known', () => {
    expect(
      printed('import torch.nn.functional as F', 'F.relu = 3', 'print(torch.add(x, y))', 'print(1)'),
    ).toEqual(['1']);
  });

  test('a statement that is not evaluated leaves the rest of its function alone', () => {
    expect(printed('from mine import f', 'def g(t):', '    f(y)', '    return t + 1', 'print(g(x))')).toEqual(
      ['tensor([1., 1.])'],
    );
  });
});

describe('a limit of steps', () => {
  test('says where the run ended', () => {
    const { unevaluated, endedBy } = runSnippet('x = 1\nfor i in range(99):\n    x = x + 1\n', {
      maxSteps: 50,
    });
    expect(endedBy).toBe('steps');
    expect(unevaluated.map(({ line, message }) => [line, message])).toEqual([
      [3, 'not evaluated: more than 50 steps'],
    ]);
  });

  test('counts the elements that an operation touches', () => {
    const text = 'import torch\nx = torch.ones(1000, 10)\ny = x + 1\n';
    expect(runSnippet(text, { maxSteps: 200 }).endedBy).toBe('steps');
    expect(runSnippet(text, { maxSteps: 1000 }).endedBy).toBe(null);
  });
});

test.each([
  ['generators are gone through once', ['g = (v for v in [1, 2])', 'print(list(g), list(g))'], '[1, 2] []'],
  ['map and zip are lazy', ['m = map(str, [1, 2])', 'print(next(m), list(zip(m, "ab")))'], "1 [('2', 'a')]"],
  [
    'functions yield',
    ['def f():', '    for i in range(3):', '        yield i * x', 'print(len(list(f())))'],
    '3',
  ],
  [
    'comprehensions have names of their own',
    ['i = 7', 'l = [i for i in range(3)]', 'print(i, l)'],
    '7 [0, 1, 2]',
  ],
  ['long numbers are exact', ['print(12345678901234567890123)'], '12345678901234567890123'],
  ['sets', ['s = {1, 2} | {3}', 'print(len(s), 2 in s, sorted({3, 1}), s)'], '3 True [1, 3] {1, 2, 3}'],
  ['attributes by name', ['print(getattr(x, "sum")(), hasattr(torch, "nope"))'], 'tensor(0.) False'],
  [
    'match',
    ['match (1, 2):', '    case (1, b) if b > 1:', '        print(b)', '    case _:', '        print(0)'],
    '2',
  ],
  ['what ends a script', ['print(1)', 'exit()', 'print(2)'], '1'],
  [
    'an exception is gone behind its handler',
    ['try:', '    {}["a"]', 'except KeyError as e:', '    print(e)'],
    "'a'",
  ],
  ['writing to an entry binds no name', ['def f():', '    x[0] = 5', 'f()', 'print(x)'], 'tensor([5., 0.])'],
])('as in Python: %s', (_, lines, expected) => {
  expect(printed(...lines)).toEqual([expected]);
});
