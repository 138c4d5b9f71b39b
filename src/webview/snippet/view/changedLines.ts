import type { SnippetEdit } from '../../../core';

/** Lines before and after a correction. */
export interface ChangedLines {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The lines that a correction touches, one entry for each stretch of them, in order. */
export function changedLines(text: string, edits: readonly SnippetEdit[]): readonly ChangedLines[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const stretches: { from: number; to: number; edits: SnippetEdit[] }[] = [];
  for (const edit of sorted) {
    const from = text.lastIndexOf('\n', edit.from - 1) + 1;
    const end = text.indexOf('\n', edit.to);
    const to = end < 0 ? text.length : end;
    const last = stretches.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else stretches.push({ from, to, edits: [edit] });
  }
  return stretches.map(({ from, to, edits: within }) => {
    let added = '';
    let at = from;
    for (const edit of within) {
      added += text.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    return onlyDifferent(text.slice(from, to).split('\n'), (added + text.slice(at, to)).split('\n'));
  });
}

/** Without the lines that both begin and end with. */
function onlyDifferent(removed: readonly string[], added: readonly string[]): ChangedLines {
  let first = 0;
  while (first < Math.min(removed.length, added.length) && removed[first] === added[first]) first++;
  let last = 0;
  while (
    last < Math.min(removed.length, added.length) - first &&
    removed[removed.length - 1 - last] === added[added.length - 1 - last]
  ) {
    last++;
  }
  return {
    removed: removed.slice(first, removed.length - last),
    added: added.slice(first, added.length - last),
  };
}
