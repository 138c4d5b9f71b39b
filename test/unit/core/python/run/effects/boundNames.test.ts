import { expect, test } from 'vitest';
import { boundNames } from '../../../../../../src/core/python/run/effects/boundNames';
import { parsePython } from '../../../../../../src/core/python/syntax/parsePython';
import { readModule } from '../../../../../../src/core/python/syntax/readModule';

function names(text: string): string {
  const tree = parsePython(text);
  if (!tree) throw new RangeError(text);
  return boundNames(readModule(tree, text).body[0]).join(' ');
}

test.each([
  ['a, (b, *c) = a = d', 'a b c'],
  ['a[0].b = c', 'a'],
  ['a += b', 'a'],
  ['a[i] *= b', 'a'],
  ['del a, b[0]', 'a b'],
  ['print((a := b), c := d)', 'a c'],
  ['for a, b in c:\n    d = e\nelse:\n    f = g', 'a b d f'],
  ['with a as b, c as d: f = 1', 'b d f'],
  ['try:\n    a = 1\nexcept E as b:\n    c = 1\nfinally:\n    d = 1', 'b a c d'],
  ['match a:\n    case [b, *c]: d = b', 'b c d'],
  ['def f(a, b=(c := 1)):\n    d = 1', 'f c'],
  ['class A(B):\n    c = 1', 'A'],
  ['import a.b, c as d', 'a d'],
  ['x = [a for a in b]', 'x'],
  ['global a', ''],
])('%s binds %s', (text, expected) => {
  expect(names(text)).toBe(expected);
});
