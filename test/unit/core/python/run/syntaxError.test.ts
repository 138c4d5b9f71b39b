import { describe, expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';

/** Python 3.11 compiles each of them. */
describe('what Python takes and the parser here does not', () => {
  test.each([
    'x[*a]',
    'x = a[b, *c, ::2, ...]',
    'for x in *[1], 2:\n    pass',
    '@(lambda f: f)\ndef g():\n    return 1',
    '@a.b[c](d)\ndef f():\n    pass',
    'def f(*args: *Ts):\n    pass',
    'match [1]:\n    case "a" "b":\n        pass',
  ])('%s is not evaluated, nor what is around it', (code) => {
    const { error, unevaluated, printed } = runSnippet(`print(1)\n${code}\nprint(2)\n`);
    expect([error, printed]).toEqual([undefined, []]);
    expect(unevaluated.map(({ message }) => message)).toEqual([
      'cannot evaluate what cannot be read as Python',
    ]);
  });

  test.each([
    ['a sum of 20,000 terms', Array(20_000).fill('1').join(' + ')],
    ['150 brackets', `${'('.repeat(150)}1${')'.repeat(150)}`],
  ])('%s', (_, value) => {
    const { error, unevaluated } = runSnippet(`x = ${value}\n`);
    expect([error, unevaluated.length > 0]).toEqual([undefined, true]);
  });

  test('what is read as Python is no error for its neighbours', () => {
    const text =
      'x = 1.5 if True else 2 .real\ny = [1,\n     2]  # ]\nz = "a" \'b\' """c\nd"""\nprint(y, \\\n  z)\n';
    expect(runSnippet(text).printed).toEqual(['[1, 2] abc', 'd']);
  });
});

test('a yield outside of a function is an error before anything runs, in a function it is none', () => {
  const { error, printed } = runSnippet('print(1)\nfor x in [1]:\n    y = yield x\n');
  expect([error?.message, error?.line, printed]).toEqual(["'yield' outside function", 3, []]);
  expect(runSnippet('def f():\n    yield 1\nprint(list(f()))\n').printed).toEqual(['[1]']);
});

/** Python 3.11 refuses each of them. */
describe('what no Python takes is an error', () => {
  test.each([
    ['x = [[1, 2], [3 4]]', 1],
    ['y = 1\nx = (1', 2],
    ['x = 1)', 1],
    ['x = (1]', 1],
    ['y = 1\nif y\n    x = 1', 2],
    ['foo bar', 1],
    ['2x = 3', 1],
    ['def f(:\n    pass', 1],
    ['y = 1\nx = 1 +', 2],
    ['x = f(1, y z)', 1],
  ])('%s', (code, line) => {
    expect(runSnippet(`${code}\nprint(2)\n`).error).toMatchObject({ type: 'SyntaxError', line });
    expect(runSnippet(`${code}\nprint(2)\n`).printed).toEqual([]);
  });
});
