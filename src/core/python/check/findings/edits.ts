import type { CodeFix, FileEdit, FileRange } from './codeFinding';

/** Puts `insert` in the place of a range. */
export function edit({ path, from, to }: FileRange, insert: string): FileEdit {
  return { path, from, to, insert };
}

/** A fix of these edits; none when one of them cannot be made. */
export function fix(title: string, edits: readonly (FileEdit | null)[], isSafe = false): readonly CodeFix[] {
  const known = edits.filter((one) => one !== null);
  return known.length === edits.length ? [{ title, edits: known, isSafe }] : [];
}

/** Text as it can stand in front of `.method()`. */
export function asOperand(text: string): string {
  return isPrimary(text) ? text : `(${text})`;
}

/** Names, attributes, calls and items need no brackets around them. */
function isPrimary(text: string): boolean {
  let depth = 0;
  for (const [i, character] of [...text].entries()) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0 && !/[\w.]/.test(character)) return false;
    if (i === 0 && depth === 1 && '([{'.includes(character)) continue;
  }
  return depth === 0;
}

/** A fix that calls a method of what is written: `target.long()`. */
export function asMethodCall(
  { path, from, to }: FileRange,
  textOf: (range: FileRange) => string,
  title: string,
  call: string,
  isSafe: boolean,
): CodeFix {
  const insert = `${asOperand(textOf({ path, from, to }))}.${call}`;
  return { title, edits: [{ path, from, to, insert }], isSafe };
}
