/** A text in which `‹` and `›` mark a range, without the marks. */
export function markedRange(marked: string): { text: string; from: number; to: number } {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›') - 1;
  if (from < 0 || to < from) throw new RangeError(`no range is marked in ${marked}`);
  return { text: marked.replace('‹', '').replace('›', ''), from, to };
}

/** A text in which `|` marks a position, without the mark. */
export function markedOffset(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new RangeError(`no position is marked in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
