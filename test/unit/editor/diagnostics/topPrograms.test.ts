import { expect, test } from 'vitest';
import type { CheckedProgram } from '../../../../src/editor/diagnostics/programChecker';
import { topPrograms } from '../../../../src/editor/diagnostics/topPrograms';

const program = (key: string, ...imported: readonly string[]) =>
  ({ source: { key }, files: new Set([key, ...imported]) }) as unknown as CheckedProgram;

test('a file that another program imports is told by that one', () => {
  const model = program('model');
  const train = program('train', 'model');
  expect(topPrograms([model, train], [model, train])).toEqual([train]);
  expect(topPrograms([model], [model, train])).toEqual([]);
  expect(topPrograms([model], [model])).toEqual([model]);
});

test('of files that import each other, the first one counts', () => {
  const [a, b] = [program('a', 'b'), program('b', 'a')];
  expect(topPrograms([a, b], [a, b])).toEqual([a]);
});
