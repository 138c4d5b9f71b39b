import { describe, expect, test } from 'vitest';
import { checkPython } from '../../../../../../src/core/index';

/** Each says `keep(z)` once, which Python evaluates exactly once. */
const forms: readonly string[] = [
  'q = keep(z) > 0',
  'q = 0 < keep(z)',
  'q = 0 < keep(z) < 1',
  'q = keep(z) < 1 < 2',
  'q = (keep(z) < 1) < 2',
  'q = keep(z) == 1 == 1',
  'q = keep(z) is None',
  'q = keep(z) is not None',
  'q = keep(z) in z',
  'q = 1 not in keep(z)',
  'q = not keep(z)',
  'q = not keep(z) > 0',
  'q = keep(z) and 1',
  'q = keep(z) or 1',
  'q = keep(z) and z or 1',
  'q = True and keep(z)',
  'q = None or keep(z)',
  'q = ((keep(z) > 0) > 0) > 0',
  'q = -keep(z)',
  'q = keep(z) + 1',
  'q = keep(z) @ z',
  'q = 1 if keep(z) else 2',
  'q = keep(z) if True else 2',
  'q = keep(z)[0]',
  'q = z[keep(z)]',
  'q = z[keep(z):]',
  'q = z[:, keep(z)]',
  'q = z[..., 0:keep(z)]',
  'q = [1, 2][keep(z):]',
  'q = ([1, 2] if z else [3])[keep(z):]',
  'q = (keep(z), 1)[0]',
  'q = [*keep(z)]',
  'q = {keep(z): 1}',
  'q = {1: keep(z)}',
  'q = {**keep(z)}',
  'q = {keep(z)}',
  "q = f'{keep(z)}'",
  "q = f'{1:{keep(z)}}'",
  'q = lambda a=keep(z): a',
  'q = (a := keep(z))',
  'q = [keep(z) for _ in [1]]',
  'q = [1 for _ in keep(z)]',
  'q = [1 for _ in [1] if keep(z) > 0]',
  'q = [1 for _ in [1] if keep(z) if z]',
  'q = {keep(z): 1 for _ in [1]}',
  'q = {1: keep(z) for _ in [1]}',
  'q = r = keep(z)',
  'q, r = keep(z)',
  'q: int = keep(z)',
  'q = z\nq += keep(z)',
  'q = {}\nq[keep(z)] = 1',
  'q = {}\nq[keep(z)] += 1',
  'q = [1, 2]\nq[keep(z):] = [1]',
  'keep(z).a = 1',
  'keep(z).a += 1',
  'keep(z).a[0] = 1',
  'keep(z).a[0] += 1',
  'keep(z)[0] = 1',
  'keep(z)[0] += 1',
  'keep(z)[0].a = 1',
  'keep(z).a.b.c += 1',
  'keep(z).a, q = 1, 2',
  'keep(z).foo()',
  'keep(z).sum().mean().item()',
  'keep(z).foo(1).bar.baz()[0]()',
  'keep(z).add_(1)',
  'keep(F.softmax(z, dim=1)).sub_(1)',
  'keep(F.softmax(z, dim=1))[0] = 1',
  'print(keep(z))',
  'print(*keep(z))',
  'print(**keep(z))',
  'print(end=keep(z))',
  'torch.log(keep(z), out=z)',
  'F.nll_loss(F.log_softmax(keep(z), dim=1), y)',
  'if keep(z): pass',
  'if keep(z) > 0 and z: pass',
  'if False: pass\nelif keep(z) > 0: pass',
  'for _ in keep(z): pass',
  'for _ in [1]:\n    keep(z)',
  'with keep(z) as w: pass',
  'assert keep(z) > 0',
  'match keep(z):\n    case 1: pass\n    case _: pass',
  'try:\n    q = 1\nfinally:\n    keep(z)',
  'def f(a=keep(z)): pass\nf()\nf()',
  'def f():\n    return keep(z) > 0\nf()',
  'def f(a): return a\nf(keep(z))',
  'class C:\n    a = keep(z) > 0',
  'class C(keep(z)): pass',
];

/** A program that misuses a loss if `keep` was called `count` times. */
function programOf(form: string, condition: string): string {
  return [
    'import torch',
    'import torch.nn.functional as F',
    'seen = []',
    'def keep(value):',
    '    seen.append(value)',
    '    return value',
    form,
    `if ${condition}:`,
    '    F.nll_loss(F.softmax(z, dim=1), y)',
    '',
  ].join('\n');
}

function codesOf(text: string): readonly string[] {
  return checkPython([{ path: 'main.py', text }]).findings.map(({ code }) => code);
}

describe('every part of an expression is followed once', () => {
  test.each(forms)('%s', (form) => {
    expect(codesOf(programOf(form, 'len(seen) == 1'))).toEqual(['nll-not-log-probs']);
    expect(codesOf(programOf(form, 'len(seen) != 1'))).toEqual([]);
  });

  test('comparisons and calls inside of each other leave the budget to what follows', () => {
    const compared = `${'('.repeat(40)}z${' > 0)'.repeat(40)}`;
    const chained = `z${'.foo()'.repeat(40)}`;
    for (const part of [compared, chained, Array(60).fill('z').join(' < '), Array(60).fill('z').join(' or ')])
      expect(codesOf(programOf(`q = ${part}\nkeep(z)`, 'True'))).toEqual(['nll-not-log-probs']);
  });

  test('long chains end, whatever they are of', () => {
    for (const operator of [' < ', ' and ', ' or ', ' == '])
      expect(() => codesOf(`q = ${Array(20_000).fill('z').join(operator)}\n`)).not.toThrow();
    expect(() => codesOf(`q = ${'not '.repeat(20_000)}z\n`)).not.toThrow();
  });
});

describe('what a condition keeps from being reached', () => {
  test.each([['q = z > 0 and keep(z)'], ['q = z or keep(z)'], ['if z and keep(z): pass']])(
    '%s may or may not have happened',
    (form) => {
      for (const count of [0, 1])
        expect(codesOf(programOf(form, `len(seen) == ${count}`))).toEqual(['nll-not-log-probs']);
    },
  );

  test.each([['q = None and keep(z)'], ['q = 1 or keep(z)'], ['q = 2 < 1 < keep(z)']])(
    '%s does not happen',
    (form) => {
      expect(codesOf(programOf(form, 'len(seen) == 0'))).toEqual(['nll-not-log-probs']);
    },
  );
});
