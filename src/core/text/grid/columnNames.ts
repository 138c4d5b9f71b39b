import type { TextRange } from '../../textRange';
import { CellReader } from './cells';

/** Longer texts above a column are no name. Unit: UTF-16 code units. */
const longestName = 60;

/**
 * The names that the cells above them give to some columns; null when one of them has none, or a number, or one that
 * another has too.
 */
export function columnNames(
  text: string,
  cells: readonly (TextRange | undefined)[],
): readonly string[] | null {
  const reader = new CellReader(text);
  const names: string[] = [];
  for (const cell of cells) {
    if (!cell || cell.to - cell.from > longestName || reader.read(cell)) return null;
    const name = unquoted(text.slice(cell.from, cell.to));
    if (name === '') return null;
    names.push(name);
  }
  return names.length > 0 && new Set(names).size === names.length ? names : null;
}

function unquoted(cell: string): string {
  const quote = cell[0];
  const isQuoted = cell.length > 1 && (quote === '"' || quote === "'") && cell.endsWith(quote);
  return isQuoted ? cell.slice(1, -1) : cell;
}
