import { describe, expect, test } from 'vitest';
import { comparePython, runSnippet } from '../../../../../src/core';
import { alignLines } from '../../../../../src/core/python/compare/alignLines';
import { tracebackOf } from '../../../../../src/core/python/compare/tracebackOf';

describe('a traceback', () => {
  // Written by CPython 3.12.
  test.each([
    [
      'Traceback (most recent call last):\n  File "<stdin>", line 9, in <module>\n  File "<stdin>", line 4, in f\n  File "/x/torch/nn/functional.py", line 3462, in cross_entropy\n    return torch._C._nn.cross_entropy_loss(\n           ^^^^^^^^^\nIndexError: Target 5 is out of bounds.\n',
      { type: 'IndexError', message: 'Target 5 is out of bounds.', line: 4 },
    ],
    [
      '  File "<stdin>", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n',
      { type: 'SyntaxError', message: 'invalid syntax', line: 1 },
    ],
    [
      'warning: a\nTraceback (most recent call last):\r\n  File "<stdin>", line 2, in <module>\r\nAssertionError\r\n',
      { type: 'AssertionError', message: '', line: 2 },
    ],
    [
      'Traceback (most recent call last):\n  File "<stdin>", line 2, in <module>\ntorch.OutOfMemoryError: a\nb\n',
      { type: 'OutOfMemoryError', message: 'a\nb', line: 2 },
    ],
    ['<stdin>:3: UserWarning: Implicit dimension choice\n', null],
    ['', null],
  ])('%j', (stderr, stop) => {
    expect(tracebackOf(stderr)).toEqual(stop);
  });
});

test('lines that are the same belong together, and the others one by one', () => {
  expect(alignLines(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [null, 3],
  ]);
  expect(alignLines(['a', 'b'], ['b'])).toEqual([
    [0, null],
    [1, 0],
  ]);
  const long = Array.from({ length: 3000 }, (_, i) => `${i}`);
  expect(alignLines(long, [...long, 'x']).at(-1)).toEqual([null, 3000]);
});

describe('an evaluation beside a run', () => {
  const code = 'import torch\nprint(torch.tensor(1.5))\nprint(2)\nraise ValueError("no")';
  const stderr =
    'Traceback (most recent call last):\n  File "<stdin>", line 4, in <module>\nValueError: no\n';

  test('that gives the same', () => {
    expect(comparePython(runSnippet(code), { stdout: 'tensor(1.5000)\r\n2\r\n', stderr })).toMatchObject({
      numSame: 2,
      differences: [],
      isSameEnd: true,
      isPartial: false,
    });
  });

  test('that differs in a line and in its end', () => {
    expect(comparePython(runSnippet(code), { stdout: 'tensor(1.5000)\n3\n', stderr: '' })).toMatchObject({
      numSame: 1,
      differences: [{ line: 3, evaluated: '2', python: '3' }],
      evaluatedEnd: { type: 'ValueError', message: 'no', line: 4 },
      pythonEnd: null,
      isSameEnd: false,
    });
  });

  test('of which a part is not evaluated', () => {
    const result = runSnippet('import torch\nprint(torch.randn(2))\nprint(1)');
    expect(comparePython(result, { stdout: 'tensor([0.1, 0.2])\n1\n', stderr: '' })).toMatchObject({
      numSame: 1,
      differences: [{ line: null, evaluated: null, python: 'tensor([0.1, 0.2])' }],
      isPartial: true,
    });
  });
});
