import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import type { ReadResult, TensorLiteral } from '../literal';
import { CellReader, cellsOf, type Separator } from './cells';
import { columnNames } from './columnNames';
import { gridLiteral, labelOf } from './gridLiteral';
import { isCountedHeader, isFrame, wrongCell } from './header';

const alignment = /^[\s:|-]+$/;
const rule = /^\\(?:hline|toprule|midrule|bottomrule)$/;

const targetNames: ReadonlySet<string> = new Set(['label', 'labels', 'target', 'targets', 'y', 'class']);

/**
 * Tables of numbers, CSV, TSV, Markdown, LaTeX or columns: every run of at least two rows of at least two numbers.
 * A header is skipped, and so is the index column that a header without a first name shows.
 */
export function readTables(text: string, lines: readonly TextRange[]): ReadResult {
  const literals: TensorLiteral[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < lines.length; ) {
    const separator = separatorOf(text, lines[at]);
    const end = separator === null ? at : endOfRows(text, lines, at, separator);
    if (separator !== null && end - at >= 2) {
      const rows = lines.slice(at + 1, end);
      const isCounted = separator === ' ' && rows.length > 1 && isCountedHeader(text, lines[at], rows);
      const result = readTable(text, lines, isCounted ? at + 1 : at, end, separator);
      if ('code' in result) problems.push(result);
      else literals.push(...result);
    }
    at = Math.max(at + 1, end);
  }
  return { literals, problems };
}

/** What separates the cells of a line; null when its first cell is no number or it has one cell only. */
function separatorOf(text: string, line: TextRange): Separator | null {
  const start = text.slice(line.from, Math.min(line.to, line.from + 80));
  const found = (['&', '|', '\t', ','] as const).find((each) => start.includes(each)) ?? ' ';
  const cells = rowOf(text, line, found);
  return cells.length >= 2 && cells.every((cell) => new CellReader(text).read(cell)) ? found : null;
}

/** The cells of a row, without the outer bars of Markdown and the `\\` of LaTeX. */
function rowOf(text: string, line: TextRange, separator: Separator): TextRange[] {
  let { from, to } = line;
  if (separator === '|' && text[from] === '|') from++;
  if (separator === '|' && text[to - 1] === '|') to--;
  if (separator === '&' && text.startsWith('\\\\', to - 2)) to -= 2;
  return cellsOf(text, { from, to }, separator);
}

/** The index after the last row that starts with a number and has several cells. */
function endOfRows(text: string, lines: readonly TextRange[], start: number, separator: Separator): number {
  const cells = new CellReader(text);
  let at = start;
  for (; at < lines.length; at++) {
    const row = rowOf(text, lines[at], separator);
    if (row.length < 2 || !cells.read(row[0])) break;
  }
  return at;
}

function readTable(
  text: string,
  lines: readonly TextRange[],
  start: number,
  end: number,
  separator: Separator,
): readonly TensorLiteral[] | Problem {
  const values = new GrowingFloat64();
  const targets = new GrowingFloat64();
  const cells = new CellReader(text);
  const targetCells = new CellReader(text);
  const width = rowOf(text, lines[start], separator).length;
  const above = start > 0 ? rowOf(text, lines[start - 1], separator) : [];
  const wrong = above.length === width ? wrongCell(text, above, separator === ' ') : null;
  if (wrong) return notNumber(text, wrong, lines[start - 1]);
  const target = targetColumn(text, lines, start, separator, width);
  const first = hasIndex(text, lines, start, end, separator, width) ? 1 : 0;
  for (let at = start; at < end; at++) {
    const row = rowOf(text, lines[at], separator);
    if (row.length !== width) {
      const message = l10n.t('expected {0} columns in row {1}, got {2}', width, at - start + 1, row.length);
      return { code: 'ragged', message, from: lines[at].from, to: lines[at].to };
    }
    for (let column = first; column < width; column++) {
      const isTarget = column === target?.column;
      const reader = isTarget ? targetCells : cells;
      if (!reader.read(row[column])) return notNumber(text, row[column], lines[at]);
      (isTarget ? targets : values).push(reader.value);
    }
  }
  const dtype = !cells.hasFloats
    ? 'int64'
    : separator === ',' || separator === '\t' || first === 1
      ? 'float64'
      : 'float32';
  const shape = [end - start, width - first - (target ? 1 : 0)];
  const { from, to } = { from: lines[start].from, to: lines[end - 1].to };
  const label = start > 0 ? lines[start - 1] : null;
  const name = label && label.to - label.from < 80 ? labelOf(text.slice(label.from, label.to)) : null;
  const grid = {
    from,
    to,
    data: values.finish(),
    shape,
    dtype,
    name,
    isDtypeWritten: false,
    gradFn: null,
  } as const;
  const own = Array.from({ length: width }, (_, column) => column).slice(first);
  const names = headerNames(text, lines, start, separator, width, first);
  const columns =
    names &&
    columnNames(
      text,
      own.filter((column) => column !== target?.column).map((column) => names[column]),
    );
  const tensor = { ...gridLiteral(grid, cells), ...(columns && { columnNames: columns }) };
  if (!target) return [tensor];
  const split = {
    taken: l10n.t('all columns but "{0}", which is a tensor of its own', target.name),
    others: [],
  };
  const column = gridLiteral(
    {
      ...grid,
      data: targets.finish(),
      shape: [end - start],
      dtype: targetCells.hasFloats ? dtype : 'int64',
      name: target.name,
    },
    targetCells,
  );
  return [{ ...tensor, reading: split }, column];
}

/** The column that the header calls the target: it is no part of the tensor beside it. */
function targetColumn(
  text: string,
  lines: readonly TextRange[],
  start: number,
  separator: Separator,
  width: number,
): { readonly column: number; readonly name: string } | null {
  const at = lineAbove(text, lines, start);
  if (at < 0) return null;
  const header = rowOf(text, lines[at], separator);
  if (header.length !== width && header.length !== width - 1) return null;
  const isTarget = ({ from, to }: TextRange) =>
    to - from < 10 && targetNames.has(text.slice(from, to).toLowerCase());
  const firstNamed = header.findIndex(({ from, to }) => to > from);
  const found = [firstNamed, header.length - 1].find((each) => each >= 0 && isTarget(header[each]));
  if (found === undefined) return null;
  // A header without a name for the index is shorter by one.
  const column = found + width - header.length;
  return { column, name: text.slice(header[found].from, header[found].to) };
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
  start: number,
  end: number,
  separator: Separator,
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
function headerNames(
  text: string,
  lines: readonly TextRange[],
  start: number,
  separator: Separator,
  width: number,
  first: number,
): readonly (TextRange | undefined)[] | null {
  const at = lineAbove(text, lines, start);
  if (at < 0 || (separator === ' ' && first === 0)) return null;
  const header = rowOf(text, lines[at], separator);
  if (header.length === width) return header;
  return separator === ' ' && header.length === width - 1 ? [undefined, ...header] : null;
}

/** Index of the line above a table, without the rules between; -1 where it is the first. */
function lineAbove(text: string, lines: readonly TextRange[], start: number): number {
  let at = start - 1;
  while (at >= 0 && start - at < 4 && isRule(text, lines[at])) at--;
  return at;
}

function isRule(text: string, { from, to }: TextRange): boolean {
  const written = text.slice(from, Math.min(to, from + 400));
  return rule.test(written) || (alignment.test(written) && written.includes('-'));
}
