import * as l10n from '../../l10n';
import type { Tensor } from '../../tensor/tensor';
import { readBody } from '../body/bodyReader';
import { bracketEnds, skipBalanced } from '../characters/tokens';
import type { Reading, TensorLiteral } from '../literal';
import { pastedLiteral } from './pastedLiteral';

/** R: `matrix(c(…), nrow=2, byrow=TRUE)`, `array(c(…), dim=c(2, 3))`, `rbind(c(…), c(…))`, `c(…)`. Its numbers are doubles. */
export function readRFunctions(text: string, readings: Readonly<Record<number, string>>): TensorLiteral[] {
  const literals: TensorLiteral[] = [];
  const ends = bracketEnds(text);
  let read = 0;
  for (const match of text.matchAll(/\b(matrix|array|rbind|cbind|c)\(/g)) {
    const from = match.index;
    const to = ends[from + match[0].length - 1];
    // Never closed, or inside of a call that was read or has no numbers in it.
    if (to === 0 || from < read) continue;
    const call = text.slice(from, to);
    const vectors = vectorsIn(call);
    if (vectors.length === 0) {
      read = to;
      continue;
    }
    const isByColumn =
      readings[from] === 'columns' || (readings[from] === undefined && !/byrow\s*=\s*T(?:RUE)?\b/.test(call));
    const tensor = tensorOf(match[1], call, vectors, isByColumn);
    if (tensor === null) continue;
    read = to;
    literals.push(
      pastedLiteral(text, {
        from,
        to,
        tensor,
        decimals: decimalsOf(call),
        isDtypeWritten: false,
        reading: match[1] === 'matrix' ? readingOf(isByColumn) : null,
      }),
    );
  }
  return literals;
}

function readingOf(isByColumn: boolean): Reading {
  const columns = { id: 'columns', label: l10n.t('filled column by column, as R does') };
  const rows = { id: 'rows', label: l10n.t('filled row by row') };
  return isByColumn ? { taken: columns.label, others: [rows] } : { taken: rows.label, others: [columns] };
}

/** The vectors `c(…)` that hold numbers, but for those that say a size. */
function vectorsIn(call: string): readonly Float64Array[] {
  const found: Float64Array[] = [];
  for (const match of call.matchAll(/(dim\s*=\s*)?\bc\(/g)) {
    if (match[1]) continue;
    const open = match.index + match[0].length - 1;
    const to = skipBalanced(call, open, call.length);
    const list = `[${call.slice(open + 1, to - 1).replace(/(\d)L\b/g, '$1 ')}]`;
    const body = readBody(list, 0, {
      blanks: { linePrefix: '', hasSlashComments: false },
      limit: list.length,
    });
    if (body.kind === 'array' && body.shape.length === 1) found.push(body.data);
  }
  return found;
}

function tensorOf(
  name: string,
  call: string,
  vectors: readonly Float64Array[],
  isByColumn: boolean,
): Tensor | null {
  const [first] = vectors;
  const dtype = 'float64' as const;
  const number = (written: RegExp) => Number(written.exec(call)?.[1] ?? Number.NaN);
  if (name === 'c') return { data: first, shape: [first.length], dtype };
  if (name === 'rbind' || name === 'cbind') {
    if (vectors.some(({ length }) => length !== first.length)) return null;
    const rows = Float64Array.from(vectors.flatMap((row) => [...row]));
    if (name === 'rbind') return { data: rows, shape: [vectors.length, first.length], dtype };
    return byColumns(rows, [first.length, vectors.length]);
  }
  if (name === 'array') {
    const sizes = /\bdim\s*=\s*c\(([\d\s,L]*)\)/.exec(call)?.[1].match(/\d+/g)?.map(Number);
    return sizes && sizes.reduce((a, b) => a * b, 1) === first.length ? byColumns(first, sizes) : null;
  }
  const numRows = number(/\bnrow\s*=\s*(\d+)/);
  const rows = Number.isNaN(numRows) ? first.length / number(/\bncol\s*=\s*(\d+)/) : numRows;
  const columns = first.length / rows;
  if (!Number.isInteger(rows) || !Number.isInteger(columns)) return null;
  return isByColumn ? byColumns(first, [rows, columns]) : { data: first, shape: [rows, columns], dtype };
}

/** Values whose first index runs fastest, in row-major order. */
function byColumns(data: Float64Array, shape: readonly number[]): Tensor {
  const out = new Float64Array(data.length);
  const index = shape.map(() => 0);
  for (let i = 0; i < out.length; i++) {
    out[i] = data[shape.reduceRight((at, size, dim) => at * size + index[dim], 0)];
    for (let dim = shape.length - 1; dim >= 0 && ++index[dim] === shape[dim]; dim--) index[dim] = 0;
  }
  return { data: out, shape, dtype: 'float64' };
}

function decimalsOf(call: string): number | null {
  const most = Math.max(0, ...[...call.matchAll(/\.(\d+)/g)].map(([, digits]) => digits.length));
  return most > 0 ? most : null;
}
