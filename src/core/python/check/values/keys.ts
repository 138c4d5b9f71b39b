import type { Value } from './value';

/** The key of a dictionary's cells for an index, null when it is not known. */
export function keyOf(index: Value): string | null {
  if (index.type !== 'constant') return null;
  if (typeof index.value === 'string') return `s:${index.value}`;
  return typeof index.value === 'number' ? `n:${index.value}` : null;
}

/** The cell that says that an instance may have any attribute; no name is written like this. */
export const openMark = '*';
