import type { LoadedProgram } from './programChecker';

/**
 * Those of some programs that none of the others imports (of two that import each other, the first): what a file
 * does with values of which nothing is known is of no interest where they are known.
 */
export function topPrograms<T extends LoadedProgram>(
  some: readonly T[],
  others: readonly LoadedProgram[],
): readonly T[] {
  const byKey = new Map(some.map((one) => [one.source.key, one]));
  const parts = new Set<string>();
  for (const other of others) {
    for (const key of other.files) {
      const one = byKey.get(key);
      if (one && isPartOf(one, other)) parts.add(key);
    }
  }
  return some.filter(({ source }) => !parts.has(source.key));
}

function isPartOf(one: LoadedProgram, other: LoadedProgram): boolean {
  const [key, otherKey] = [one.source.key, other.source.key];
  if (key === otherKey || !other.files.has(key)) return false;
  return !one.files.has(otherKey) || otherKey < key;
}
