import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import { CellReader } from './cells';
import { isFrame, wrongCell } from './header';
import type { Column } from './tableColumns';
import { lineAbove, rowOf, type TableRows } from './tableRows';

/** A column with its cells. */
export interface ReadColumn extends Column {
  readonly reader: CellReader;
  readonly values: GrowingFloat64;
  /** The cells that are no numbers, by their rows. */
  readonly texts: Map<number, TextRange>;
}

/** Every cell of a table. */
export interface ReadTable {
  readonly rows: TableRows;
  readonly columns: readonly ReadColumn[];
  /** 1 where the first column counts or names the rows, which the header says of it by no name; else 0. */
  readonly first: number;
  /** The cells that name the columns; null without a header. */
  readonly header: readonly (TextRange | undefined)[] | null;
}

/** Reads all cells, or says which one is no number or which row has more or fewer than the first. */
export function readCells(text: string, lines: readonly TextRange[], rows: TableRows): ReadTable | Problem {
  const { separator, start } = rows;
  const width = rowOf(text, lines[start], separator).length;
  const above = start > 0 ? rowOf(text, lines[start - 1], separator) : [];
  const wrong = above.length === width ? wrongCell(text, above, separator === ' ') : null;
  if (wrong) return notNumber(text, wrong, lines[start - 1]);
  const first = hasIndex(text, lines, rows, width) ? 1 : 0;
  const header = headerCells(text, lines, rows, width, first);
  const columns = readColumns(text, lines, rows, header ?? Array.from({ length: width }, () => undefined));
  if ('code' in columns) return columns;
  return mixedCell(text, lines, start, columns) ?? { rows, columns, first, header };
}

/** Every column of the rows, or the row that has more or fewer cells than the first. */
function readColumns(
  text: string,
  lines: readonly TextRange[],
  { separator, start, end }: TableRows,
  header: readonly (TextRange | undefined)[],
): readonly ReadColumn[] | Problem {
  const columns = header.map((cell) => ({
    name: cell ? text.slice(cell.from, cell.to) : null,
    reader: new CellReader(text),
    values: new GrowingFloat64(),
    texts: new Map<number, TextRange>(),
  }));
  for (let at = start; at < end; at++) {
    const row = rowOf(text, lines[at], separator);
    if (row.length !== header.length) {
      const message = l10n.t(
        'expected {0} columns in row {1}, got {2}',
        header.length,
        at - start + 1,
        row.length,
      );
      return { code: 'ragged', message, from: lines[at].from, to: lines[at].to };
    }
    for (const [i, { reader, values, texts }] of columns.entries()) {
      if (reader.read(row[i])) values.push(reader.value);
      else texts.set(at - start, row[i]);
    }
  }
  return columns.map((column) => ({ ...column, holds: holdsOf(column) }));
}

function holdsOf({ reader, values }: Pick<ReadColumn, 'reader' | 'values'>): Column['holds'] {
  if (values.length === 0) return 'texts';
  return reader.hasFloats ? 'fractions' : 'whole numbers';
}

/** The first cell that is no number in a column that has numbers, or in one that has no name. */
function mixedCell(
  text: string,
  lines: readonly TextRange[],
  start: number,
  columns: readonly ReadColumn[],
): Problem | null {
  for (const { name, texts, values } of columns) {
    const [cell] = texts;
    const isText = values.length === 0 && name !== null;
    if (cell && !isText) return notNumber(text, cell[1], lines[start + cell[0]]);
  }
  return null;
}

function notNumber(text: string, cell: TextRange, line: TextRange): Problem {
  const written = text.slice(cell.from, Math.min(cell.to, cell.from + 40));
  const range = cell.from < cell.to ? cell : line;
  const message =
    written === ''
      ? l10n.t('expected a number, got an empty cell')
      : l10n.t('expected a number, got {0}', `"${written}"`);
  return { code: 'not-a-number', message, from: range.from, to: range.to };
}

/** True when the header above names every column but the first. */
function hasIndex(
  text: string,
  lines: readonly TextRange[],
  { separator, start, end }: TableRows,
  width: number,
): boolean {
  const at = lineAbove(text, lines, start);
  if (at < 0 || lines[at].from === lines[at].to) return false;
  const header = rowOf(text, lines[at], separator);
  if (separator === ' ') {
    return header.length === width - 1 && isFrame(text, lines.slice(at, end), lines[start]);
  }
  return header.length === width && header[0].from === header[0].to;
}

/**
 * The cells above the columns of a table that has a header; null without one. Above columns between blanks there may be
 * prose: only what names them beside an index is a header there.
 */
function headerCells(
  text: string,
  lines: readonly TextRange[],
  { separator, start }: TableRows,
  width: number,
  first: number,
): readonly (TextRange | undefined)[] | null {
  const at = lineAbove(text, lines, start);
  if (at < 0 || (separator === ' ' && first === 0)) return null;
  const header = rowOf(text, lines[at], separator);
  if (header.length === width) return header;
  return separator === ' ' && header.length === width - 1 ? [undefined, ...header] : null;
}
