import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import type { ReadResult } from '../literal';
import { readLibTorch } from './libtorch';
import { linesOf } from './lines';
import { readTables } from './table';

/** Rows that were left out: `...`, `..  ...  ...`, `⋮  ⋱  ⋮`. */
const elided = /^(?:\.{2,3}|[⋮⋱⋯…])(?:\s{1,40}(?:\.{2,3}|[⋮⋱⋯…])){0,60}$/;

/** Lines of prints whose rows are parts or multiples of the tensor, so that a table alone would be wrong. */
const partial =
  /^(?:Columns \d+ (?:to|and|through) .*|[\d.]+(?:e[+-]?\d+)?\s?\*|.{0,60}(?:\(:,|\[:, |,\.,\.).*|, , .*|.*\s\\|\(.*\.,\.\) =)$/;

/**
 * Tensors that are written without brackets, their lines being rows. For text that was selected or pasted; the
 * footer of LibTorch decides whether it is one of its prints. Other prints in column blocks, slices or with a
 * common factor are left unread.
 */
export function readGrids(text: string): ReadResult {
  const lines = linesOf(text);
  const prints = readLibTorch(text, lines);
  if (prints.literals.length + prints.problems.length > 0) return prints;
  const tables = readTables(text, lines);
  if (tables.literals.length === 0) return tables;
  const gap = lines.find((line) => elided.test(shortLine(text, line)));
  if (gap) return { literals: [], problems: [elidedRows(gap)] };
  return lines.some((line) => partial.test(shortLine(text, line))) ? { literals: [], problems: [] } : tables;
}

function shortLine(text: string, { from, to }: TextRange): string {
  return to - from > 200 ? `${text.slice(from, from + 60)}${text.slice(to - 3, to)}` : text.slice(from, to);
}

function elidedRows({ from, to }: TextRange): Problem {
  const message =
    'expected every row, got "..." in place of some: print again after ' +
    "pd.set_option('display.max_rows', None), or show(stdout, x) in Julia";
  return { code: 'elided', message, from, to };
}
