import * as l10n from '../../l10n';
import type { TextRange } from '../../textRange';
import { GrowingFloat64 } from '../characters/growingFloat64';
import type { Reading, TensorLiteral } from '../literal';
import { CellReader, cellsOf, type Separator } from './cells';
import { gridLiteral, labelOf } from './gridLiteral';

/** Fewer numbers by themselves are too little to be meant as a tensor. */
const minLength = 3;

/**
 * Numbers and nothing else but a label in front: one on each line, or all on one line. A vector, unless the other
 * reading is asked for: a column or a row.
 */
export function readVector(
  text: string,
  lines: readonly TextRange[],
  readings: Readonly<Record<number, string>>,
): TensorLiteral | null {
  const filled = lines.filter(({ from, to }) => to > from);
  const label = filled.length > 1 ? labelOf(text.slice(filled[0].from, filled[0].to)) : null;
  const rows = label === null ? filled : filled.slice(1);
  const isLine = rows.length === 1;
  const inLine = isLine
    ? /^([\p{L}_][\p{L}\p{N}_]*)\s*[=:]\s*/u.exec(text.slice(rows[0].from, rows[0].to))
    : null;
  const cells = isLine
    ? cellsOfLine(text, { from: rows[0].from + (inLine?.[0].length ?? 0), to: rows[0].to })
    : rows;
  if (cells.length < minLength) return null;
  const reader = new CellReader(text);
  const values = new GrowingFloat64();
  for (const cell of cells) {
    if (!reader.read(cell)) return null;
    values.push(reader.value);
  }
  const { from } = rows[0];
  const numel = values.length;
  const isMatrix = readings[from] === 'matrix';
  const literal = gridLiteral(
    {
      from,
      to: rows[rows.length - 1].to,
      data: values.finish(),
      shape: isMatrix ? (isLine ? [1, numel] : [numel, 1]) : [numel],
      dtype: reader.hasFloats ? 'float32' : 'int64',
      name: label ?? inLine?.[1] ?? null,
      isDtypeWritten: false,
      gradFn: null,
    },
    reader,
  );
  return { ...literal, reading: readingOf(isMatrix, isLine, numel) };
}

function cellsOfLine(text: string, line: TextRange): TextRange[] {
  const written = text.slice(line.from, line.to);
  const separator = ([',', '\t'] as const).find((one) => written.includes(one)) ?? (' ' satisfies Separator);
  return cellsOf(text, line, separator);
}

function readingOf(isMatrix: boolean, isLine: boolean, numel: number): Reading {
  const vector = { id: 'vector', label: l10n.t('a vector of {0} numbers', numel) };
  const matrix = {
    id: 'matrix',
    label: isLine ? l10n.t('one row of {0} numbers', numel) : l10n.t('a column of {0} numbers', numel),
  };
  return isMatrix ? { taken: matrix.label, others: [vector] } : { taken: vector.label, others: [matrix] };
}
