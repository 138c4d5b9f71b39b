import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../../../src/core/python/syntax/ast';
import { parsePython } from '../../../../../src/core/python/syntax/parsePython';
import { readModule } from '../../../../../src/core/python/syntax/readModule';
import { blocksOf, type Node, partsOf, statementsOf, walk } from '../../../../../src/core/python/syntax/walk';

const text = `import torch
@torch.no_grad(f"{a}")
def f(x, y=b[0]):
    try:
        return [g(z) for z in x if not z]
    except E as e:
        raise
    finally:
        with open(x) as h, k: pass
match x:
    case [1, q] if q > 0: lambda u=v: {u: w, **r}
`;

const tree = parsePython(text);
const { body } = readModule(tree as NonNullable<typeof tree>, text);

const written = (nodes: Iterable<Node>) =>
  [...nodes].flatMap((node) => (node.type === 'name' ? node.id : []));
const types = (nodes: Iterable<Node>) => [...nodes].map(({ type }) => type);

describe('a walk', () => {
  test('comes to every name that is written, once', () => {
    expect(written(walk(body)).sort()).toEqual(
      'E a b g h k open q r torch.no_grad u v w x x x z z z'.split(' '),
    );
  });

  test('comes to a node before its parts', () => {
    expect(types(walk(body)).slice(0, 5)).toEqual(['import', 'function', 'subscript', 'name', 'constant']);
  });

  test('goes where it is told', () => {
    expect(types(walk(body, statementsOf))).toEqual(
      'import function try return raise with match expression'.split(' '),
    );
    expect(types(walk(body, () => []))).toEqual(['import', 'function', 'match']);
    const withoutFunctions = (node: Node) => (node.type === 'function' ? [] : partsOf(node));
    expect(written(walk(body, withoutFunctions))).not.toContain('g');
  });

  test('starts at one node as at several', () => {
    expect(types(walk(body[2], statementsOf))).toEqual(['match', 'expression']);
  });

  test('takes trees of any size', () => {
    const items = Array.from({ length: 200_000 }, (): Node => ({ type: 'ellipsis', from: 0, to: 3 }));
    expect([...walk(items)].length).toBe(200_000);
    let deep: Node = items[0];
    for (const { from, to } of items) deep = { type: 'starred', from, to, value: deep as Expression };
    expect([...walk(deep)].length).toBe(200_001);
  });
});

test('a block stands by itself', () => {
  const [, definition] = body;
  expect(blocksOf(definition)).toHaveLength(1);
  expect(statementsOf(definition).flatMap(blocksOf).map(types)).toEqual([
    ['return'],
    ['raise'],
    [],
    ['with'],
  ]);
});
