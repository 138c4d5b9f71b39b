import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The files that each file of a folder imports, by their paths in it. `import type` counts: who reads one file reads the other. */
function importGraph(folder: string): ReadonlyMap<string, readonly string[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  return new Map(
    paths.map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const targets = [...text.matchAll(/^(?:import|export|\}) .*?from '(\.[^']*)';$/gm)].map(([, written]) =>
        relative(folder, resolve(folder, dirname(path), `${written}.ts`)),
      );
      return [path, targets.filter((target) => paths.includes(target))];
    }),
  );
}

/** One cycle of a graph as the way around it; null when there is none. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (node: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const found = visit(next, [...way, node]);
      if (found) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const found = visit(node, []);
    if (found) return found;
  }
  return null;
}

describe.each(['check', 'run'])('the files of %s', (room) => {
  const graph = importGraph(resolve('src', 'core', 'python', room));

  test('import each other in one direction only', () => {
    expect(graph.size).toBeGreaterThan(50);
    expect([...graph.values()].flat().length).toBeGreaterThan(200);
    expect(cycleIn(graph)).toBeNull();
  });

  test('lie in folders of at most 20', () => {
    const counts = new Map<string, number>();
    for (const path of graph.keys()) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
  });
});

test('a circle is found', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(cycleIn(circle)).toEqual(['b', 'd', 'b']);
});
