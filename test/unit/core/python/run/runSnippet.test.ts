import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../../src/core/python/run/result/fixes';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

describe('what cannot be evaluated', () => {
  test('is named with its line, and the rest goes on', () => {
    const { printed, unevaluated, error } = runSnippet(
      lines(
        'import torch',
        'from mine import foo',
        'x = torch.ones(2)',
        'z = torch.zeros(2)',
        'y = foo(x)',
        'print(z + 1)',
        'print(y)',
        'print(x)',
      ),
    );
    expect(error).toBeUndefined();
    expect(printed).toEqual(['tensor([1., 1.])']);
    expect(unevaluated.map(({ line, message }) => [line, message])).toEqual([
      [5, 'cannot evaluate foo(…)'],
      [7, 'not evaluated: y is not known'],
      [8, 'not evaluated: x is not known'],
    ]);
  });

  test('includes random numbers, files and everything outside of the listed libraries', () => {
    const text = lines(
      'import os, torch',
      'a = torch.randn(2)',
      'b = os.listdir(".")',
      'c = open("x")',
      'print(1)',
    );
    const { printed, unevaluated, error } = runSnippet(text);
    expect(unevaluated.map(({ message }) => message)).toEqual([
      'cannot evaluate torch.randn(…), which makes other values at every call',
      'cannot evaluate os.listdir(…)',
      'cannot evaluate open(…)',
    ]);
    expect(error).toBeUndefined();
    expect(printed).toEqual(['1']);
  });

  test('gives no way to the machinery of Python', () => {
    const { error, unevaluated } = runSnippet('x = (1).__class__.__bases__\n');
    expect(error ?? unevaluated[0]).toBeDefined();
    expect(runSnippet('__import__("os").system("ls")\n').unevaluated[0].message).toBe(
      'cannot evaluate __import__(…)',
    );
  });
});

test('a name that Python has without an import is never an error', () => {
  const text = 'if __name__ == "__main__":\n    print(1)\nx = memoryview(b"")\ny = __file__\n';
  const { printed, error, unevaluated } = runSnippet(text);
  expect([printed, error]).toEqual([['1'], undefined]);
  expect(unevaluated.map(({ message }) => message)).toEqual([
    'cannot evaluate memoryview(…)',
    'cannot evaluate __file__',
  ]);
});

describe('limits', () => {
  test.each([
    ['a loop without end', 'while True:\n    pass\n', 'steps'],
    ['loops in loops', 'for i in range(10000):\n    for j in range(10000):\n        x = i\n', 'steps'],
    [
      'tensors without end',
      'import torch\nfor i in range(100):\n    x = torch.zeros(1000, 1000)\n',
      'elements',
    ],
    ['one tensor that is too large', 'import torch\nx = torch.zeros(100000, 100000)\n', 'elements'],
  ] as const)('end %s', (_, text, endedBy) => {
    expect(runSnippet(text).endedBy).toBe(endedBy);
  });

  test.each([
    ['strings', 'x = "ab"\nfor i in range(60):\n    x = x + x\n'],
    ['lists', 'x = [1]\nfor i in range(60):\n    x = x + x\n'],
    ['numbers', 'x = 3\nfor i in range(60):\n    x = x * x\n'],
    ['powers', 'x = 10 ** 10 ** 8\n'],
    ['columns', 'x = f"{3:1000000000}"\n'],
    ['ranges', 'x = list(range(10**9))\n'],
  ])('are set to %s', (_, text) => {
    expect(runSnippet(text).unevaluated[0].message).toMatch(/of this (size|length)/);
  });

  test('leave no value of what they ended', () => {
    const { steps, endedBy } = runSnippet('x = 1\nwhile True:\n    x = x + 1\n');
    expect([endedBy, steps.at(-1)?.bound]).toEqual(['steps', []]);
  });

  test('count work as well as memory', () => {
    const text = 'import torch\nx = torch.ones(3000, 3000)\ny = x @ x\n';
    expect(runSnippet(text).endedBy).toBe('elements');
  });

  test('a run can be cancelled', () => {
    let asked = 0;
    const { endedBy } = runSnippet('while True:\n    pass\n', { isCancelled: () => ++asked > 3 });
    expect([endedBy, asked]).toEqual(['cancelled', 4]);
  });

  test('functions that call themselves are not followed for ever', () => {
    const { unevaluated } = runSnippet('def f(x):\n    return f(x)\n\nf(1)\n');
    expect(unevaluated[0].message).toContain('calls nested this deeply');
  });
});

describe('after something that was not evaluated', () => {
  test.each(['write = x.__class__.mul_', 'kind = x.__class__; write = kind.mul_'])(
    'a method of unknown origin may write into what it was taken from: %s',
    (taken) => {
      const { printed } = runSnippet(lines('x = torch.ones(2)', taken, 'write(x, 0.5)', 'print(x)'));
      expect(printed).toEqual([]);
    },
  );

  test('gradients are not known when it went backward', () => {
    const { printed, unevaluated } = runSnippet(
      lines(
        'import torch',
        'x = torch.ones(2, requires_grad=True)',
        'torch.digamma(x).backward()',
        'print(x.grad)',
      ),
    );
    expect(printed).toEqual([]);
    expect(unevaluated[1].message).toContain('.grad after a backward() that was not evaluated');
  });

  test('what it wrote into is not known, by any name', () => {
    const text = lines(
      'import torch',
      'x = torch.zeros(2)',
      'y = x.view(2)',
      'x.digamma_()',
      'print(y)',
      'print(1)',
    );
    expect(runSnippet(text).printed).toEqual(['1']);
  });

  test('parameters are not known when an optimizer that is not evaluated made a step', () => {
    const text = lines(
      'import torch',
      'w = torch.zeros(2, requires_grad=True)',
      'opt = torch.optim.LBFGS([w], lr=0.1)',
      'opt.step()',
      'print(w)',
    );
    expect(runSnippet(text).printed).toEqual([]);
  });
});

describe('a selection', () => {
  const text = lines(
    'import torch',
    'x = torch.tensor([1.0, 2.0])',
    'print("above")',
    'print(x * 2)',
    'print("below")',
  );

  test('knows the names above it, and shows nothing else', () => {
    const from = text.indexOf('print(x');
    const { printed, steps } = runSnippet(text, { selection: { from, to: from + 12 } });
    expect(printed).toEqual(['tensor([2., 4.])']);
    expect(steps.map(({ line }) => line)).toEqual([4]);
  });

  test('has the value of an expression', () => {
    const source = 'import torch\nx = torch.tensor([1.0, 2.0])\nx + 1\n';
    const { steps } = runSnippet(source, { selection: { from: source.length - 6, to: source.length } });
    expect(steps.map(({ value }) => value?.text)).toEqual(['tensor([2., 3.])']);
  });

  test('is not stopped by an error above it', () => {
    const source = 'y = undefined_name\nprint(1)\nprint(y)\n';
    const { printed, error } = runSnippet(source, { selection: { from: 19, to: source.length } });
    expect([printed, error]).toEqual([['1'], undefined]);
  });
});

test('without any import the customary names are known', () => {
  expect(runSnippet('print(F.softmax(torch.zeros(2), dim=0))\n').printed).toEqual([
    'tensor([0.5000, 0.5000])',
  ]);
  expect(runSnippet('import torch\nF.softmax(torch.zeros(2), dim=0)\n').error?.message).toBe(
    "name 'F' is not defined",
  );
});

test('everything is on the CPU, and says so', () => {
  const text = lines(
    'import torch',
    "device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')",
    'x = torch.ones(2, device=device).to(device)',
    'print(device, x.device, x)',
  );
  expect(runSnippet(text).printed).toEqual(['cpu cpu tensor([1., 1.])']);
});

test('a syntax error is one, with its line', () => {
  expect(runSnippet('x = 1\ny = (2\n').error).toMatchObject({ type: 'SyntaxError', line: 2 });
  const withoutColon = 'with open(1) as f\n    pass';
  expect(runSnippet(withoutColon).error).toMatchObject({ type: 'SyntaxError', line: 1 });
});

test.each([
  [
    'print(type(1) is int, type(1) == int, type(1.5) == int, type(True) is int, type("a")(3), type([1])((1, 2)))',
    'True True False False 3 [1, 2]',
  ],
  [
    'print(type(torch.ones(1)) is torch.Tensor, type(None) is type(None), type(1) in (int, float))',
    'True True True',
  ],
  ['print({int: 1}[type(5)], type(1) is not int)', '1 False'],
  ['try:\n    int("a")\nexcept Exception as e:\n    print(type(e) is ValueError)', 'True'],
  ['print(torch.round(torch.tensor([-0.5, -0.2, 0.5, 1.5, -1.5])))', 'tensor([-0., -0.,  0.,  2., -2.])'],
  ['print("%*d|%-*d|%*s|%*d" % (5, 1, 4, 2, 6, "ab", -4, 3))', '    1|2   |    ab|3   '],
])('a type, a rounding and a width are those of Python and PyTorch: %s', (code, expected) => {
  const { error, printed } = runSnippet(`import torch\n${code}\n`);
  expect({ error, printed }).toEqual({ error: undefined, printed: [expected] });
});

test('an attribute of a number that is written out is that of the number', () => {
  const { error, printed } = runSnippet('print(1.5.is_integer(), 1e3.is_integer(), 2.5.real, 1.)');
  expect({ error, printed }).toEqual({ error: undefined, printed: ['False True 2.5 1.0'] });
});

test.each([
  'with open(p) as self.file:\n    pass',
  'with open(p) as files[0]:\n    pass',
  'with open(p) as (a, b):\n    pass',
])('a form of with that the parser does not know is no error: %s', (statement) => {
  const { error, printed, unevaluated } = runSnippet(`print(1)\n${statement}\n`);
  expect({ error, printed }).toEqual({ error: undefined, printed: [] });
  expect(unevaluated).toMatchObject([{ line: 2, message: 'cannot evaluate what cannot be read as Python' }]);
});

test('brackets around what a with holds change nothing', () => {
  const code = (held: string) => `import torch\nwith ${held}:\n    print(1)\nprint(2)\n`;
  const plain = runSnippet(code('torch.no_grad() as a, open(p) as b'));
  const bracketed = runSnippet(code('(torch.no_grad() as a, open(p) as b)'));
  expect(bracketed.printed).toEqual(plain.printed);
  expect(bracketed.unevaluated.map(({ line }) => line)).toEqual(plain.unevaluated.map(({ line }) => line));
});

describe('each step', () => {
  test('has what it bound, and after backward() the gradients', () => {
    const { steps } = runSnippet(
      lines(
        'import torch',
        'x = torch.tensor([1.0, 2.0], requires_grad=True)',
        'y = (x ** 2).sum()',
        'y.backward()',
      ),
    );
    expect(
      steps.map(({ line, bound }) => [line, bound.map(({ name, value }) => `${name} ${value.text}`)]),
    ).toEqual([
      [1, []],
      [2, ['x tensor([1., 2.], requires_grad=True)']],
      [3, ['y tensor(5., grad_fn=<SumBackward0>)']],
      [4, ['x.grad tensor([2., 4.])']],
    ]);
  });

  test('keeps the values of its time', () => {
    const { steps } = runSnippet('import torch\nx = torch.zeros(2)\nx[0] = 5.0\n');
    expect(steps.map(({ bound }) => bound[0]?.value.tensor?.data[0])).toEqual([undefined, 0, 5]);
  });
});

describe('a call that does not fit', () => {
  test.each([
    ['torch.log2()', 'log2() missing 1 required positional arguments: "input"'],
    ['torch.softmax()', 'softmax() missing 2 required positional argument: "input", "dim"'],
    ['torch.softmax(dim=0)', 'softmax() missing 2 required positional argument: "input", "dim"'],
    ['torch.cos([1.0])', "cos(): argument 'input' (position 1) must be Tensor, not list"],
    ['torch.ones(2).log_softmax()', 'log_softmax() missing 1 required positional arguments: "dim"'],
  ])('is refused in the words of PyTorch: %s', (call, message) => {
    expect(runSnippet(`import torch\n${call}\n`).error?.message).toBe(message);
  });

  test.each(['F.tanh([1.0])', 'torch.special.softmax()'])(
    'is not judged where its words are others: %s',
    (call) => {
      const { error, unevaluated } = runSnippet(`import torch\nimport torch.nn.functional as F\n${call}\n`);
      expect([error, unevaluated.length]).toEqual([undefined, 1]);
    },
  );
});

describe('the corrections of', () => {
  const logits = 'torch.tensor([[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]], requires_grad=True)';
  test.each([
    [
      'keywords of the old constructors',
      ['x = torch.FloatTensor([[1, 2]], requires_grad=True)', 'print(x)'],
      ['tensor([[1., 2.]], requires_grad=True)'],
    ],
    [
      'keywords of one in another dtype',
      ['x = torch.BFloat16Tensor([1.5], requires_grad=True)', 'print(x)'],
      ['tensor([1.5000], dtype=torch.bfloat16, requires_grad=True)'],
    ],
    [
      'a backward without grad of what is filled',
      ['x = torch.full((2,), 1.0)', 'x.sum().backward()', 'print(x.grad)'],
      ['tensor([1., 1.])'],
    ],
    [
      'float class indices',
      [`x = ${logits}`, 'y = torch.tensor([0.0, 2.0])', 'print(F.cross_entropy(x, y))'],
      ['tensor(0.4071, grad_fn=<NllLossBackward0>)'],
    ],
    [
      'a target with a dimension too many',
      [`x = ${logits}`, 'y = torch.tensor([[0], [2]])', 'print(F.cross_entropy(x, target=y))'],
      ['tensor(0.4071, grad_fn=<NllLossBackward0>)'],
    ],
    [
      'a loss that is constructed with tensors',
      [`x = ${logits}`, 'y = torch.tensor([0, 2])', 'print(nn.CrossEntropyLoss(x, y))'],
      ['tensor(0.4071, grad_fn=<NllLossBackward0>)'],
    ],
    [
      'a loss whose class is given a name',
      [`x = ${logits}`, 'y = torch.tensor([0, 2])', 'loss_fn = nn.CrossEntropyLoss', 'print(loss_fn(x, y))'],
      ['tensor(0.4071, grad_fn=<NllLossBackward0>)'],
    ],
    [
      'classes in the last dimension',
      [
        'x = torch.zeros(4, 2, 3)',
        't = torch.zeros(4, 2, dtype=torch.long)',
        'print(nn.CrossEntropyLoss()(x, t))',
      ],
      ['tensor(1.0986)'],
    ],
    [
      'scores of more dimensions than the target',
      ['x = torch.zeros(2, 2, 3)', 't = torch.zeros(4, dtype=torch.long)', 'print(F.cross_entropy(x, t))'],
      ['tensor(1.0986)'],
    ],
    [
      'a loss of what argmax gives',
      [`x = ${logits}`, 'y = torch.tensor([0, 2])', 'print(F.cross_entropy(x.argmax(1), y))'],
      ['tensor(0.4071, grad_fn=<NllLossBackward0>)'],
    ],
    [
      'a loss of what max gives',
      [
        `x = ${logits}`,
        'y = torch.tensor([0, 2])',
        '_, pred = torch.max(x, 1)',
        'print(F.cross_entropy(pred.float(), y))',
      ],
      ['tensor(0.4071, grad_fn=<NllLossBackward0>)'],
    ],
    [
      'whole numbers that require grad',
      ['x = torch.tensor([1, 2], requires_grad=True)', 'print(x)'],
      ['tensor([1., 2.], requires_grad=True)'],
    ],
    [
      'a backward without grad',
      ['x = torch.tensor([[0.0, 0.0]])', 'F.cross_entropy(x, torch.tensor([1])).backward()', 'print(x.grad)'],
      ['tensor([[ 0.5000, -0.5000]])'],
    ],
    [
      'a backward without grad and without a loss',
      ['x = torch.tensor([1.0, 2.0])', 'y = x * 3', 'y.sum().backward()', 'print(x.grad)'],
      ['tensor([3., 3.])'],
    ],
    [
      'a backward of many',
      ['x = torch.tensor([1.0, 2.0], requires_grad=True)', 'y = x * 2', 'y.backward()', 'print(x.grad)'],
      ['tensor([2., 2.])'],
    ],
    ['a view that needs a copy', ['print(torch.zeros(2, 3).t().view(6).shape)'], ['torch.Size([6])']],
    ['numpy() of what requires grad', ['print(torch.ones(2, requires_grad=True).numpy())'], ['[1. 1.]']],
    [
      'softmax of whole numbers',
      ['print(torch.softmax(torch.tensor([1, 1]), 0))'],
      ['tensor([0.5000, 0.5000])'],
    ],
  ])('%s run, and print', (_, body, expected) => {
    const text = lines('import torch', 'import torch.nn as nn', 'import torch.nn.functional as F', ...body);
    const { error } = runSnippet(text);
    expect(error?.fix).toBeTruthy();
    const fixed = runSnippet(applyEdits(text, error?.fix?.edits ?? []));
    expect([fixed.error, fixed.printed]).toEqual([undefined, expected]);
  });
});

test('a backward of a loss of what argmax gives is told so', () => {
  const x = 'x = torch.tensor([[1.0, 2.0], [2.0, 1.0]], requires_grad=True)';
  const loss = 'loss = F.cross_entropy(x.argmax(1).float(), torch.tensor([0.0, 1.0]))';
  const { error } = runSnippet(
    `import torch\nimport torch.nn.functional as F\n${x}\n${loss}\nloss.backward()`,
  );
  expect(error?.fix?.title).toBe('Use x: argmax gives classes, through which no gradient goes');
});

test('a backward of what is filled with whole numbers has no correction, for they cannot require grad', () => {
  const { error } = runSnippet('import torch\nx = torch.full((2,), 1)\nx.sum().backward()\n');
  expect(error?.fix).toBeFalsy();
});

test('a statement in another column is an error of its own, where it is selected', () => {
  const text = 'x = 1\n  y = 2\nprint(x)\n';
  expect(runSnippet(text).error).toMatchObject({
    type: 'IndentationError',
    message: 'unexpected indent',
    line: 2,
  });
  const from = text.indexOf('print');
  expect(runSnippet(text, { selection: { from, to: text.length } }).error).toBeUndefined();
});
