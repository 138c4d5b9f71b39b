import type { CheckedProgram } from './programChecker';

/**
 * Those of some programs that none of the others imports (of two that import each other, the first): what a file
 * does with values of which nothing is known is of no interest where they are known.
 */
export function topPrograms(
  some: readonly CheckedProgram[],
  others: readonly CheckedProgram[],
): readonly CheckedProgram[] {
  return some.filter((one) => !others.some((other) => isPartOf(one, other)));
}

function isPartOf(one: CheckedProgram, other: CheckedProgram): boolean {
  const [key, otherKey] = [one.source.key, other.source.key];
  if (key === otherKey || !other.files.has(key)) return false;
  return !one.files.has(otherKey) || otherKey < key;
}
