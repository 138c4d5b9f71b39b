import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import type { Reading, ReadResult, TensorLiteral } from '../literal';
import { CellReader, type Separator } from './cells';
import { columnNames } from './columnNames';
import { gridLiteral, labelOf } from './gridLiteral';
import { isCountedHeader } from './header';
import { type ReadColumn, type ReadTable, readCells } from './tableCells';
import { type Column, type ColumnUse, isHistory, useOfColumns } from './tableColumns';
import { lineAbove, type TableRows, tableAt } from './tableRows';
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
      const table = readCells(text, lines, withoutCounts(text, lines, rows));
      const result = 'code' in table ? table : literalsOf(text, lines, table, readings);
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

/** The input, and the target where the table has one. */
function literalsOf(
  text: string,
  lines: readonly TextRange[],
  table: ReadTable,
  readings: Readonly<Record<number, string>>,
): readonly TensorLiteral[] | Problem {
  const { columns, first, header, rows } = table;
  const { start, end } = rows;
  const used = useOfColumns(columns.map((column, i) => (i < first ? { ...column, name: '' } : column)));
  if (used.scores.length === 0)
    return noScores(columns, used, lines[Math.max(0, lineAbove(text, lines, start))]);
  const { from } = lines[start];
  const isAll = readings[from] === allColumns;
  const numbers = [...columns.keys()].filter((i) => i >= first && columns[i].holds !== 'texts');
  const scores = isAll ? numbers : used.scores;
  const names = columnNames(
    text,
    scores.map((i) => header?.[i]),
  );
  const classes = used.target === null ? null : classesOf(text, columns[used.target], names);
  const isUnread = used.target !== null && columns[used.target].holds === 'texts' && !classes;
  const target = isAll || isUnread ? null : used.target;
  const reading = readingOf(columns, { scores, target }, first, isAll);
  const grid = { from, to: lines[end - 1].to, isDtypeWritten: false, gradFn: null };
  const readers = scores.map((i) => columns[i].reader);
  const floats = floatsOf(rows.separator, first);
  const input = gridLiteral(
    {
      ...grid,
      data: besideEachOther(scores.map((i) => columns[i].values.finish())),
      shape: [end - start, scores.length],
      dtype: readers.some(({ hasFloats }) => hasFloats) ? floats : 'int64',
      name: nameAbove(text, lines, start),
    },
    CellReader.joined(readers),
  );
  const literal = {
    ...input,
    ...(names && { columnNames: classes?.names ?? names }),
    ...(reading && { reading }),
  };
  if (target === null) return [literal];
  const { name, reader, values } = columns[target];
  const data = classes?.indices ?? values.finish();
  const dtype = reader.hasFloats ? floats : 'int64';
  return [literal, gridLiteral({ ...grid, data, shape: [end - start], dtype, name }, reader)];
}

/** The name that the line above a table gives it: `logits =`. */
function nameAbove(text: string, lines: readonly TextRange[], start: number): string | null {
  const label = start > 0 ? lines[start - 1] : null;
  return label && label.to - label.from < 80 ? labelOf(text.slice(label.from, label.to)) : null;
}

/** What fractions are taken for: files and data frames hold float64, other tables are prints of tensors. */
function floatsOf(separator: Separator, first: number): 'float64' | 'float32' {
  return separator === ',' || separator === '\t' || first === 1 ? 'float64' : 'float32';
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
