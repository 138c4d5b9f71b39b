import type { TextRange } from '../../textRange';
import { CellReader, cellsOf } from './cells';

/**
 * True when the first line is the header of a data frame rather than words above a table: its names end where the
 * columns do, or the column that has no name counts from 0.
 */
export function isFrame(text: string, lines: readonly TextRange[], row: TextRange): boolean {
  const [header, ...rows] = lines;
  const names = cellsOf(text, header, ' ');
  const cells = cellsOf(text, row, ' ').slice(1);
  const places = names.map((name) => placeOf(text, header, name));
  if (cells.every((cell, i) => placeOf(text, row, cell) === places[i])) return true;
  return countsFrom0(text, rows);
}

/** True when the lines start with 0, 1, 2 … */
function countsFrom0(text: string, rows: readonly TextRange[]): boolean {
  const reader = new CellReader(text);
  return rows.every((row, i) => reader.read(cellsOf(text, row, ' ')[0]) && reader.value === i);
}

/** The place in its line where a cell ends. */
function placeOf(text: string, line: TextRange, { to }: TextRange): number {
  return to - (text.lastIndexOf('\n', line.from - 1) + 1);
}

/** True when a row of numbers is the header of a data frame whose columns are counted, `0  1  2`. */
export function isCountedHeader(text: string, header: TextRange, rows: readonly TextRange[]): boolean {
  const names = cellsOf(text, header, ' ');
  if (rows.length === 0 || cellsOf(text, rows[0], ' ').length !== names.length + 1) return false;
  const reader = new CellReader(text);
  let expected: number | null = null;
  for (const name of names) {
    if (!reader.read(name) || reader.isFloat || reader.value !== (expected ?? reader.value)) return false;
    expected = reader.value + 1;
  }
  return countsFrom0(text, rows);
}

/**
 * The cell that is no number in a row above a table; null when the row is a header, whose first cell is a name and
 * whose others are names or whole numbers. Blanks separate words of prose too: there it takes a fraction to be a row.
 */
export function wrongCell(text: string, row: readonly TextRange[], isBlank: boolean): TextRange | null {
  const reader = new CellReader(text);
  const wrong = row.filter((cell) => !reader.read(cell));
  if (wrong.length === 0 || wrong.length === row.length) return null;
  const isHeader = isBlank ? !reader.hasFloats : wrong[0] === row[0] && !reader.hasFloats;
  return isHeader ? null : wrong[0];
}
