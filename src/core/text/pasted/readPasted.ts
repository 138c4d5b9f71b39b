import type { TextRange } from '../../textRange';
import { readBracketedPrints, readGrids } from '../grid/readGrids';
import type { ReadResult, TensorLiteral } from '../literal';
import type { ReadOptions } from '../readOptions';
import { TensorReader } from '../tensorReader';
import { braces } from './braces';
import { blanks, type Dialect, type Translation } from './dialect';
import { replaced } from './outerSpans';
import { stackRecords } from './records';
import { emptyLists, refusedPrints, shapesIn } from './refusedPrints';
import { readRFunctions } from './rFunctions';
import { readRowBrackets } from './rowBrackets';
import { rust } from './rust';
import { withShapes } from './shapedData';
import { wrappedPrints } from './wrappedPrints';
import { readYamlLists } from './yamlLists';

const dialects: readonly Dialect[] = [wrappedPrints, rust, braces];

/** Text that is read as the named language's own rather than as Python or JSON. */
const looksLikeR = /(?:<-|\bbyrow\b|\bnrow\b|\bncol\b|\b[rc]bind\(|^[ \t]*c\(|=\s*c\()/m;

/**
 * Every tensor of a text that was selected or pasted: what is read anywhere, the arrays of other languages, and where
 * there are no brackets, lines as rows.
 */
export function readPasted(text: string, options: ReadOptions): ReadResult {
  const readings = options.readings ?? {};
  const prints = readBracketedPrints(text);
  if (prints.literals.length + prints.problems.length > 0) return prints;
  const rows = readRowBrackets(text, readings);
  const lists = /^[ \t]*- /m.test(text) ? readYamlLists(text) : [];
  const own = [...rows.literals, ...lists, ...(looksLikeR.test(text) ? readRFunctions(text, readings) : [])];
  const refused = refusedPrints(text);
  const { text: translated, parts } = translate(without(text, [...own, ...refused]));
  const read = new TensorReader(translated, options).read();
  const written = read.literals.map((literal) => withDType(literal, partAt(parts, literal.body)));
  const literals = [...withShapes(text, written), ...own];
  const problems = [...refused, ...read.problems, ...rows.problems];
  if (literals.length + problems.length === 0) {
    const grids = readGrids(text, readings);
    const isEmpty = grids.literals.length + grids.problems.length === 0;
    return isEmpty ? { literals: [], problems: [...shapesIn(text), ...emptyLists(text)] } : grids;
  }
  return stackRecords(text, { literals: literals.sort((a, b) => a.from - b.from), problems }, readings);
}

function without(text: string, ranges: readonly TextRange[]): string {
  const parts = ranges.map(({ from, to }) => ({ from, to, text: blanks(text.slice(from, to)) }));
  return replaced(
    text,
    parts.sort((a, b) => a.from - b.from),
  );
}

/** The text in brackets, and the parts of it that each dialect translated, in order and apart. */
function translate(text: string): { text: string; parts: readonly (readonly Translation[])[] } {
  const parts: (readonly Translation[])[] = [];
  let result = text;
  for (const dialect of dialects) {
    const translated = dialect.translate(result);
    parts.push(translated);
    result = replaced(result, translated);
  }
  return { text: result, parts };
}

/** What holds a range, of the first dialect that has it; null for none. */
function partAt(parts: readonly (readonly Translation[])[], { from, to }: TextRange): Translation | null {
  for (const ofDialect of parts) {
    let [low, high] = [0, ofDialect.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ofDialect[middle].from <= from) low = middle + 1;
      else high = middle;
    }
    const part = ofDialect[low - 1];
    if (part && to <= part.to) return part;
  }
  return null;
}

/** The dtype that the language says, unless the literal says one itself. */
function withDType(literal: TensorLiteral, part: Translation | null): TensorLiteral {
  if (!part?.dtype || literal.isDtypeWritten) return literal;
  const { data, shape } = literal.tensor;
  return { ...literal, tensor: { data, shape, dtype: part.dtype }, isDtypeWritten: true };
}
