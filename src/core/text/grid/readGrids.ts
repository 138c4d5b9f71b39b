import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import type { ReadResult } from '../literal';
import { readBlockPrints } from './blockPrint';
import { withCommaReading, withDecimalPoints } from './decimalCommas';
import { juliaPrint } from './juliaPrint';
import { readLibTorch } from './libtorch';
import { linesOf } from './lines';
import { octavePrint } from './octavePrint';
import { rPrint } from './rPrint';
import { readSeries } from './series';
import { readTables } from './table';
import { readVector } from './vectors';
import { readWrappedFrame } from './wrappedFrame';

/** Prints whose rows stand in blocks, each by its description. */
const blockForms = [juliaPrint, octavePrint];

/** Rows that were left out: `...`, `..  ...  ...`, `⋮  ⋱  ⋮`. */
const elided = /^(?:\.{2,3}|[⋮⋱⋯…])(?:\s{1,40}(?:\.{2,3}|[⋮⋱⋯…])){0,60}$/;

/** Lines of prints whose rows are parts or multiples of the tensor, so that a table alone would be wrong. */
const partial: readonly RegExp[] = [
  /^Columns \d+ (?:to|and|through) /,
  /^[\d.]+(?:e[+-]?\d+)?\s?\*$/,
  /^.{0,60}(?:\(:,|\[:, |,\.,\.)/,
  /^, , /,
  /\s\\$/,
  /^\(.*\.,\.\) =$/,
];

/**
 * Tensors that are written without brackets, their lines being rows. For text that was selected or pasted; the
 * footer of LibTorch decides whether it is one of its prints, the line above whether it is one of Julia or Octave.
 * Parts of prints, in column blocks, slices or with a common factor, are left unread.
 */
export function readGrids(text: string, readings: Readonly<Record<number, string>> = {}): ReadResult {
  const pointed = withDecimalPoints(text, readings);
  if (pointed !== null) {
    const { literals, problems } = readTables(pointed, linesOf(pointed));
    return { literals: literals.map((literal) => withCommaReading(literal, readings)), problems };
  }
  const lines = linesOf(text);
  const prints = readLibTorch(text, lines);
  if (prints.literals.length + prints.problems.length > 0) return prints;
  const series = readSeries(text, lines);
  if (series) return { literals: [series], problems: [] };
  const blocks = blockForms
    .map((form) => readBlockPrints(text, lines, form))
    .find(({ literals, problems }) => literals.length + problems.length > 0);
  const vector = blocks ? null : readVector(text, lines, readings);
  if (vector) return { literals: [vector], problems: [] };
  const wrapped = blocks ? null : readWrappedFrame(text);
  const found = blocks ?? wrapped ?? readTables(text, lines, readings);
  const gap = lines.find((line) => elided.test(shortLine(text, line)));
  if (gap && found.literals.length + found.problems.length > 0) {
    return { literals: [], problems: [elidedRows(gap)] };
  }
  const isPart = !blocks && !wrapped && lines.some((line) => isPartial(shortLine(text, line)));
  return isPart ? { literals: [], problems: [] } : found;
}

/** Prints whose labels are in brackets, as those of R, which the reader of brackets must not see. */
export function readBracketedPrints(text: string): ReadResult {
  if (!/^[ \t]*\[,?\d+,?\]/m.test(text)) return { literals: [], problems: [] };
  return readBlockPrints(text, linesOf(text), rPrint);
}

function isPartial(line: string): boolean {
  return partial.some((pattern) => pattern.test(line));
}

function shortLine(text: string, { from, to }: TextRange): string {
  return to - from > 200 ? `${text.slice(from, from + 60)}${text.slice(to - 3, to)}` : text.slice(from, to);
}

function elidedRows({ from, to }: TextRange): Problem {
  const message = l10n.t(
    'expected every row, got "..." in place of some: print again after {0}, or {1} in Julia',
    "pd.set_option('display.max_rows', None)",
    'show(stdout, x)',
  );
  return { code: 'elided', message, from, to };
}
