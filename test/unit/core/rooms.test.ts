import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = 'src/core';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => normalize(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
  /** Of types alone, which leaves nothing to run. */
  readonly isOfTypes: boolean;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8');
  return [...text.matchAll(/^(?:import|export) (type )?[^;]*?from '(\.[^']*)';/gm)].map(([, type, path]) => ({
    from,
    to: `${join(dirname(from), path).replaceAll('\\', '/')}.ts`,
    isOfTypes: type !== undefined,
  }));
});

/** Rooms with those that they may use, besides what stands in no room; each may use itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  tensor: [],
  loss: ['tensor'],
  text: ['tensor', 'loss', 'python/torch', 'python/values'],
  diagnosis: ['tensor', 'loss', 'text', 'python/torch'],
  'python/syntax': [],
  'python/format': ['tensor'],
  'python/values': ['tensor'],
  'python/torch': ['tensor', 'loss', 'python/values', 'python/format'],
  'python/check': ['tensor', 'diagnosis', 'text', 'python/syntax', 'python/torch'],
  'python/run': [
    'tensor',
    'text',
    'python/syntax',
    'python/format',
    'python/values',
    'python/torch',
    'python/check',
  ],
};

function roomOf(file: string): string | null {
  return Object.keys(rooms).find((room) => file.startsWith(`${room}/`)) ?? null;
}

describe('the arrows between the rooms of core', () => {
  test('have files on both ends', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(
      imports.filter(({ to }) => !files.includes(to) && !files.includes(to.replace(/\.ts$/, '/index.ts'))),
    ).toEqual([]);
  });

  test.each(Object.entries(rooms))('%s uses what is below it', (room, below) => {
    const turned = imports.filter(({ from, to }) => {
      const other = roomOf(to);
      const isUpper = to.startsWith('evaluate/') || to.startsWith('report/');
      return (
        roomOf(from) === room && other !== room && (isUpper || (other !== null && !below.includes(other)))
      );
    });
    expect(turned.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});

/** Files that come back to themselves over what they import to run. */
function cyclesIn(room: string): readonly string[] {
  const next = new Map<string, readonly string[]>();
  for (const file of files.filter((one) => one.startsWith(`${room}/`))) {
    next.set(
      file,
      imports.filter(({ from, isOfTypes }) => from === file && !isOfTypes).map(({ to }) => to),
    );
  }
  return [...next.keys()].filter((start) => {
    const seen = new Set<string>();
    const stack = [...(next.get(start) ?? [])];
    while (stack.length > 0) {
      const file = stack.pop() as string;
      if (file === start) return true;
      if (!seen.has(file)) {
        seen.add(file);
        stack.push(...(next.get(file) ?? []));
      }
    }
    return false;
  });
}

test.each(['tensor', 'loss', 'python/values', 'python/torch'])('%s has no circle of imports', (room) => {
  expect(cyclesIn(room)).toEqual([]);
});
