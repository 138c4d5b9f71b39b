/** Targets that were written as texts. */
export interface ClassTexts {
  /** The class of each row. Shape: (rows). */
  readonly indices: Float64Array;
  /** What the targets call the classes, in the order of the columns; the column's own name where no target is of it. */
  readonly names: readonly string[];
}

/**
 * The classes of targets in words, each the column whose name it is but for what all names begin and end with: `cat` is
 * `p_cat` beside `p_dog`. Null when one is no column's, or could be of several.
 */
export function classesOfTexts(targets: readonly string[], columns: readonly string[]): ClassTexts | null {
  const ownParts = withoutCommon(columns);
  const byText = new Map<string, number>();
  for (const [index, own] of ownParts.entries()) {
    const key = own.toLowerCase();
    if (byText.has(key)) return null;
    byText.set(key, index);
  }
  const names = [...columns];
  const indices = new Float64Array(targets.length);
  for (const [row, target] of targets.entries()) {
    const index = byText.get(target.trim().toLowerCase());
    if (index === undefined) return null;
    indices[row] = index;
    names[index] = target.trim();
  }
  return { indices, names };
}

/** Names without what all of them begin and end with. */
function withoutCommon(names: readonly string[]): readonly string[] {
  const [one] = names;
  const shortest = Math.min(...names.map((name) => name.length));
  let start = 0;
  while (start < shortest && names.every((name) => name[start] === one[start])) start++;
  while (start > 0 && /[\p{L}\p{N}]/u.test(one[start - 1])) start--;
  let end = 0;
  while (end < shortest - start && names.every((name) => name.at(-1 - end) === one.at(-1 - end))) end++;
  while (end > 0 && /[\p{L}\p{N}]/u.test(one.at(-end) ?? '')) end--;
  return names.map((name) => name.slice(start, name.length - end));
}
