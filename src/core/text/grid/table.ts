import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import type { Reading, ReadResult, TensorLiteral } from '../literal';
import { CellReader, type Separator } from './cells';
import { columnNames } from './columnNames';
import { gridLiteral, labelOf } from './gridLiteral';
import { isCountedHeader, isFrame, wrongCell } from './header';
import { type Column, type ColumnUse, isHistory, useOfColumns } from './tableColumns';
import { lineAbove, rowOf, type TableRows, tableAt } from './tableRows';
import { type ClassTexts, classesOfTexts } from './textTargets';

/** The reading that takes every column of numbers for scores. */
const allColumns = 'all';

/**
 * Tables of numbers, CSV, TSV, Markdown, LaTeX or columns: every run of at least two rows of at least two cells. What
 * the header says of a column decides whether it is the target, scores or neither, unless the reading of all is chosen.
 */
export function readTables(
  text: string,
  lines: readonly TextRange[],
  readings: Readonly<Record<number, string>> = {},
): ReadResult {
  const literals: TensorLiteral[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = tableAt(text, lines, at);
    if (rows) {
      const result = readTable(text, lines, withoutCounts(text, lines, rows), readings);
      if ('code' in result) problems.push(result);
      else literals.push(...result);
    }
    at = rows?.end ?? at + 1;
  }
  return { literals, problems };
}

/** A first row that counts the columns is a header. */
function withoutCounts(text: string, lines: readonly TextRange[], table: TableRows): TableRows {
  const { separator, start, end } = table;
  const rows = lines.slice(start + 1, end);
  const isCounted = separator === ' ' && rows.length > 1 && isCountedHeader(text, lines[start], rows);
  return isCounted ? { ...table, start: start + 1 } : table;
}

/** A column as it is read, cell by cell. */
interface ReadColumn {
  readonly reader: CellReader;
  readonly values: GrowingFloat64;
  /** The cells that are no numbers, by their rows. */
  readonly texts: Map<number, TextRange>;
}

function readTable(
  text: string,
  lines: readonly TextRange[],
  table: TableRows,
  readings: Readonly<Record<number, string>>,
): readonly TensorLiteral[] | Problem {
  const { separator, start, end } = table;
  const width = rowOf(text, lines[start], separator).length;
  const above = start > 0 ? rowOf(text, lines[start - 1], separator) : [];
  const wrong = above.length === width ? wrongCell(text, above, separator === ' ') : null;
  if (wrong) return notNumber(text, wrong, lines[start - 1]);
  const first = hasIndex(text, lines, table, width) ? 1 : 0;
  const read = readColumns(text, lines, table, width);
  if ('code' in read) return read;
  const header = headerCells(text, lines, table, width, first);
  const columns = read.map((column, i) => describedColumn(text, column, header?.[i]));
  const mixed = mixedCell(text, lines, start, columns, read);
  if (mixed) return mixed;
  const numbers = [...columns.keys()].filter((i) => i >= first && columns[i].holds !== 'texts');
  const used = useOfColumns(columns.map((column, i) => (i < first ? { ...column, name: '' } : column)));
  if (used.scores.length === 0)
    return noScores(columns, used, lines[Math.max(0, lineAbove(text, lines, start))]);
  const { from } = lines[start];
  const isAll = readings[from] === allColumns;
  const scores = isAll ? numbers : used.scores;
  const label = start > 0 ? lines[start - 1] : null;
  const name = label && label.to - label.from < 80 ? labelOf(text.slice(label.from, label.to)) : null;
  const readers = scores.map((i) => read[i].reader);
  const floats = floatsOf(separator, first);
  const grid = { from, to: lines[end - 1].to, name, isDtypeWritten: false, gradFn: null };
  const names = columnNames(
    text,
    scores.map((i) => header?.[i]),
  );
  const input = gridLiteral(
    {
      ...grid,
      data: besideEachOther(scores.map((i) => read[i].values.finish())),
      shape: [end - start, scores.length],
      dtype: readers.some(({ hasFloats }) => hasFloats) ? floats : 'int64',
    },
    CellReader.joined(readers),
  );
  const classes = used.target === null ? null : classesOf(text, read[used.target], names);
  const isUnread = used.target !== null && columns[used.target].holds === 'texts' && !classes;
  const target = isAll || isUnread ? null : used.target;
  const reading = readingOf(columns, { scores, target }, first, isAll);
  const literal = {
    ...input,
    ...(names && { columnNames: classes?.names ?? names }),
    ...(reading && { reading }),
  };
  if (target === null) return [literal];
  const { reader, values } = read[target];
  const targets = gridLiteral(
    {
      ...grid,
      data: classes?.indices ?? values.finish(),
      shape: [end - start],
      dtype: reader.hasFloats ? floats : 'int64',
      name: columns[target].name,
    },
    reader,
  );
  return [literal, targets];
}

/** What fractions are taken for: files and data frames hold float64, other tables are prints of tensors. */
function floatsOf(separator: Separator, first: number): 'float64' | 'float32' {
  return separator === ',' || separator === '\t' || first === 1 ? 'float64' : 'float32';
}

/** Every column of the rows, or the row that has more or fewer cells than the first. */
function readColumns(
  text: string,
  lines: readonly TextRange[],
  { separator, start, end }: TableRows,
  width: number,
): readonly ReadColumn[] | Problem {
  const columns = Array.from({ length: width }, () => ({
    reader: new CellReader(text),
    values: new GrowingFloat64(),
    texts: new Map<number, TextRange>(),
  }));
  for (let at = start; at < end; at++) {
    const row = rowOf(text, lines[at], separator);
    if (row.length !== width) {
      const message = l10n.t('expected {0} columns in row {1}, got {2}', width, at - start + 1, row.length);
      return { code: 'ragged', message, from: lines[at].from, to: lines[at].to };
    }
    for (const [i, { reader, values, texts }] of columns.entries()) {
      if (reader.read(row[i])) values.push(reader.value);
      else texts.set(at - start, row[i]);
    }
  }
  return columns;
}

function describedColumn(text: string, { reader, values }: ReadColumn, header?: TextRange): Column {
  const name = header ? text.slice(header.from, header.to) : null;
  return { name, holds: values.length === 0 ? 'texts' : reader.hasFloats ? 'fractions' : 'whole numbers' };
}

/** The first cell that is no number in a column that has numbers, or in one that has no name. */
function mixedCell(
  text: string,
  lines: readonly TextRange[],
  start: number,
  columns: readonly Column[],
  read: readonly ReadColumn[],
): Problem | null {
  for (const [i, { texts, values }] of read.entries()) {
    const [cell] = texts;
    const isText = values.length === 0 && columns[i].name !== null;
    if (cell && !isText) return notNumber(text, cell[1], lines[start + cell[0]]);
  }
  return null;
}

/** The classes of a target that is written in texts, found among the names of the scores; null for numbers. */
function classesOf(text: string, { texts }: ReadColumn, names: readonly string[] | null): ClassTexts | null {
  if (texts.size === 0 || !names) return null;
  return classesOfTexts(
    Array.from(texts.values(), ({ from, to }) => text.slice(from, to)),
    names,
  );
}

/** What was taken for what, where a table has more than scores, and the other way to read it. */
function readingOf(
  columns: readonly Column[],
  { scores, target }: ColumnUse,
  first: number,
  isAll: boolean,
): Reading | null {
  const left = [...columns.keys()].filter((i) => i >= first && i !== target && !scores.includes(i));
  const leftNames = left.map((i) => `"${columns[i].name}"`).join(', ');
  const all = { id: allColumns, label: l10n.t('every column of numbers') };
  if (isAll) return { taken: all.label, others: [{ id: 'named', label: l10n.t('what the header says') }] };
  if (target !== null) {
    const { name } = columns[target];
    const taken =
      left.length === 0
        ? l10n.t('all columns but "{0}", which is a tensor of its own', name ?? '')
        : l10n.t('all columns but "{0}", which is a tensor of its own, and {1}', name ?? '', leftNames);
    return { taken, others: [all] };
  }
  return left.length === 0 ? null : { taken: l10n.t('all columns but {0}', leftNames), others: [all] };
}

function noScores(columns: readonly Column[], used: ColumnUse, { from, to }: TextRange): Problem {
  const names = columns.map(({ name }) => name ?? '').join(', ');
  const message = isHistory(columns, used)
    ? l10n.t('expected scores of classes, found the history of a training: {0}', names)
    : l10n.t('expected scores of classes, found none in the columns {0}', names);
  return { code: 'no-input', message, from, to };
}

/** The columns as rows, in row-major order. */
function besideEachOther(columns: readonly Float64Array[]): Float64Array {
  const width = columns.length;
  const data = new Float64Array(width * columns[0].length);
  for (const [i, column] of columns.entries()) {
    for (let row = 0; row < column.length; row++) data[row * width + i] = column[row];
  }
  return data;
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
