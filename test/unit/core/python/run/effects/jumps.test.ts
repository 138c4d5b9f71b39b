import { expect, test } from 'vitest';
import { mayJump } from '../../../../../../src/core/python/run/effects/jumps';
import { parsePython } from '../../../../../../src/core/python/syntax/parsePython';
import { readModule } from '../../../../../../src/core/python/syntax/readModule';

function jumps(text: string): boolean {
  const tree = parsePython(text);
  if (!tree) throw new RangeError(text);
  return mayJump(readModule(tree, text).body[0]);
}

test.each([
  'if a:\n    return b',
  'if a:\n    pass\nelse:\n    break',
  'with a:\n    continue',
  'try:\n    pass\nexcept E:\n    break',
  'for x in y:\n    pass\nelse:\n    break',
  'while a:\n    return',
  'match a:\n    case 1: break',
  'x = yield y',
  'x = [await f((yield y))]',
  'for x in (yield y):\n    pass',
  'with (yield y) as x:\n    pass',
])('%s may leave its block', (text) => {
  expect(jumps(text)).toBe(true);
});

test.each([
  'x = f(y)',
  'for x in y:\n    if x: break\n    else: continue',
  'while a:\n    with b: break',
  'def f():\n    return x',
  'class A:\n    def f(self):\n        yield self',
  'f(lambda: (yield x))',
  'if a:\n    def f():\n        for x in y: return x',
])('%s stays in its block', (text) => {
  expect(jumps(text)).toBe(false);
});
