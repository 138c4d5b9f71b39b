import type { TextRange } from '../../textRange';
import { CellReader, cellsOf, type Separator } from './cells';

const alignment = /^[\s:|-]+$/;
const rule = /^\\(?:hline|toprule|midrule|bottomrule)$/;

/** The lines of a table from its first row of cells on, and what separates them. */
export interface TableRows {
  readonly separator: Separator;
  /** Index of the first row. */
  readonly start: number;
  /** Index after the last row. */
  readonly end: number;
}

/**
 * The table whose first row, or whose header of names above rows with as many cells, is the line at `at`; null when
 * there is none of at least two rows. Between blanks or without a header, a row starts with a number.
 */
export function tableAt(text: string, lines: readonly TextRange[], at: number): TableRows | null {
  const separator = separatorOf(text, lines[at]);
  const header = rowOf(text, lines[at], separator);
  if (header.length < 2) return null;
  const cells = new CellReader(text);
  const isNumber = (cell: TextRange) => cells.read(cell);
  if (header.every(isNumber)) {
    let end = at + 1;
    while (end < lines.length && isNumbered(rowOf(text, lines[end], separator), isNumber)) end++;
    return end - at >= 2 ? { separator, start: at, end } : null;
  }
  if (separator === ' ' || header.some(isNumber)) return null;
  let start = at + 1;
  while (start < lines.length && isRule(text, lines[start])) start++;
  let end = start;
  while (end < lines.length && hasNumber(rowOf(text, lines[end], separator), isNumber)) end++;
  const isUnder = end - start >= 2 && rowOf(text, lines[start], separator).length === header.length;
  return isUnder ? { separator, start, end } : null;
}

function isNumbered(row: readonly TextRange[], isNumber: (cell: TextRange) => boolean): boolean {
  return row.length >= 2 && isNumber(row[0]);
}

function hasNumber(row: readonly TextRange[], isNumber: (cell: TextRange) => boolean): boolean {
  return row.length >= 2 && row.some(isNumber);
}

function separatorOf(text: string, line: TextRange): Separator {
  const start = text.slice(line.from, Math.min(line.to, line.from + 80));
  return (['&', '|', '\t', ','] as const).find((each) => start.includes(each)) ?? ' ';
}

/** The cells of a row, without the outer bars of Markdown and the `\\` of LaTeX. */
export function rowOf(text: string, line: TextRange, separator: Separator): TextRange[] {
  let { from, to } = line;
  if (separator === '|' && text[from] === '|') from++;
  if (separator === '|' && text[to - 1] === '|') to--;
  if (separator === '&' && text.startsWith('\\\\', to - 2)) to -= 2;
  return cellsOf(text, { from, to }, separator);
}

/** Index of the line above a table, without the rules between; -1 where it is the first. */
export function lineAbove(text: string, lines: readonly TextRange[], start: number): number {
  let at = start - 1;
  while (at >= 0 && start - at < 4 && isRule(text, lines[at])) at--;
  return at;
}

function isRule(text: string, { from, to }: TextRange): boolean {
  const written = text.slice(from, Math.min(to, from + 400));
  return rule.test(written) || (alignment.test(written) && written.includes('-'));
}
