import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { DType } from '../../tensor/dtype';
import { GrowingFloat64 } from '../characters/growingFloat64';
import { NumberScanner } from '../characters/numberScanner';
import type { Reading, TensorLiteral } from '../literal';
import { pastedLiteral } from './pastedLiteral';

const juliaTypes: Readonly<Record<string, DType>> = {
  Float16: 'float16',
  Float32: 'float32',
  Float64: 'float64',
  Int32: 'int32',
  Int64: 'int64',
  Int: 'int64',
  Bool: 'bool',
};

/** What can be in brackets of numbers. */
const numbers = /^[^A-DF-Za-df-z"'(){}:=]*$/;

const typeBefore = /\b(?:Float16|Float32|Float64|Int32|Int64|Int|Bool)$/;

interface RowBrackets {
  /** From the type on, where there is one. */
  readonly from: number;
  readonly to: number;
  readonly type: string | null;
  readonly inside: string;
}

/** Brackets whose rows end with `;` or a line break: `[1 2; 3 4]`, `Float32[1.0 2.0; 3.0 4.0]`. */
function candidatesIn(text: string): readonly RowBrackets[] {
  return [...text.matchAll(/\[([^[\]]*)\]/g)].flatMap(({ index, 0: written, 1: inside }) => {
    const hasName = /[a-z\d]/.test(text[index - 1] ?? '');
    const isOne = /[;\n]/.test(inside) || hasName || /\d\s+[-+]\d/.test(inside.split(',', 1)[0]);
    if (!isOne || !numbers.test(inside)) return [];
    const type = hasName ? (typeBefore.exec(text.slice(Math.max(0, index - 8), index))?.[0] ?? null) : null;
    return [{ from: index - (type?.length ?? 0), to: index + written.length, type, inside }];
  });
}

/** Matrices of MATLAB, Octave and Julia, whose numbers are doubles unless they say else. */
export function readRowBrackets(
  text: string,
  readings: Readonly<Record<number, string>>,
): { literals: TensorLiteral[]; problems: Problem[] } {
  const literals: TensorLiteral[] = [];
  const problems: Problem[] = [];
  for (const { from, to, type, inside } of candidatesIn(text)) {
    if (isNested(text, from, to)) continue;
    const hasBreaks = !inside.includes(';') && !inside.includes(',') && inside.trim().includes('\n');
    const isDifference = readings[from] === 'difference';
    const isType = type !== null;
    if (!inside.includes(';') && !hasBreaks && !isType && !isAmbiguous(inside)) continue;
    const rows = rowsOf(inside, isDifference);
    if (rows === null) continue;
    const areLines = hasBreaks && rows.shape.every((size) => size === rows.shape[0]);
    const isOneRow = areLines && readings[from] === 'one-row';
    const isRows = inside.includes(';') || (areLines && !isOneRow && !isWrapped(inside, readings[from]));
    if (hasBreaks && !areLines && !isType) continue;
    const odd = rows.shape.findIndex((size) => size !== rows.shape[0]);
    if (odd > 0) {
      const message = l10n.t(
        'expected {0} values in each row, got {1} in row {2}',
        rows.shape[0],
        rows.shape[odd],
        odd + 1,
      );
      problems.push({ code: 'ragged', message, from, to });
      continue;
    }
    const numRows = isRows ? rows.shape.length : 1;
    const numel = rows.data.length;
    literals.push(
      pastedLiteral(text, {
        from,
        to,
        tensor: {
          data: rows.data,
          shape: isRows ? [numRows, rows.shape[0] ?? 0] : [numel],
          dtype: type ? juliaTypes[type] : rows.hasFloats || isRows ? 'float64' : 'int64',
        },
        decimals: rows.decimals,
        isDtypeWritten: isType,
        reading: isAmbiguous(inside)
          ? signReading(isDifference)
          : areLines
            ? rowReading(isRows, rows.shape.length, numel)
            : null,
      }),
    );
  }
  return { literals, problems };
}

/** A row of a nested list is for the reader of those. */
function isNested(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 80), from).trimEnd();
  const after = text
    .slice(to, to + 80)
    .trimStart()
    .replace(/^,/, '')
    .trimStart();
  return /[[\],]$/.test(before) || /^[[\]]/.test(after);
}

/** `1 -2`, which is two elements in MATLAB and Julia, and a difference elsewhere; prints of floats are none. */
function isAmbiguous(inside: string): boolean {
  const isLikePrint = inside.includes('.') && !inside.includes(';');
  return !isLikePrint && !inside.includes(',') && /\d\s+[-+]\d/.test(inside);
}

function signReading(isDifference: boolean): Reading {
  const two = { id: 'two', label: l10n.t('two numbers where a sign stands between, as in MATLAB') };
  const one = { id: 'difference', label: l10n.t('one difference where a sign stands between') };
  return isDifference ? { taken: one.label, others: [two] } : { taken: two.label, others: [one] };
}

/** NumPy's prints have at most so many columns, the last of which is the bracket's. */
const numpyColumns = 75;

/**
 * True for a vector as NumPy wraps it: its lines begin with the blank below the bracket, and the first has no room for
 * another number. Other lines are rows, as MATLAB writes them.
 */
function isWrapped(inside: string, reading: string | undefined): boolean {
  const [first, ...others] = inside.split('\n');
  const lines = [` ${first}`, ...others];
  const isIndented = others.every((line) => line.startsWith(' '));
  const longest = Math.max(...lines.map((line) => line.trimEnd().length));
  const widest = Math.max(...inside.split(/\s+/).map((word) => word.length));
  return reading !== 'rows' && isIndented && longest + 1 + widest >= numpyColumns;
}

function rowReading(isRows: boolean, numRows: number, numel: number): Reading {
  const rows = { id: 'rows', label: l10n.t('{0} rows, one on each line, as in MATLAB', numRows) };
  const one = {
    id: 'one-row',
    label: l10n.t('a vector of {0} numbers over several lines, as NumPy prints it', numel),
  };
  return isRows ? { taken: rows.label, others: [one] } : { taken: one.label, others: [rows] };
}

interface Rows {
  readonly data: Float64Array;
  /** Number of values of each row. */
  readonly shape: readonly number[];
  readonly decimals: number | null;
  readonly hasFloats: boolean;
}

function rowsOf(inside: string, isDifference: boolean): Rows | null {
  const data = new GrowingFloat64();
  const shape: number[] = [];
  let decimals = 0;
  let hasFloats = false;
  const joined = inside.replace(/\.\.\.[ \t]*\n/g, (mark) => ' '.repeat(mark.length));
  for (const row of joined.split(/[;\n]/)) {
    if (row.trim() === '') continue;
    const values: number[] = [];
    for (const word of row.split(/[\s,]+/).filter((part) => part !== '')) {
      const numbers = new NumberScanner(word);
      if (!numbers.scan(0) || numbers.to !== word.length) return null;
      decimals = Math.max(decimals, numbers.decimals);
      hasFloats ||= numbers.isFloat;
      if (isDifference && /^[-+]/.test(word) && values.length > 0) values[values.length - 1] += numbers.value;
      else values.push(numbers.value);
    }
    for (const value of values) data.push(value);
    shape.push(values.length);
  }
  if (shape.length === 0) return null;
  return { data: data.finish(), shape, decimals: decimals > 0 ? decimals : null, hasFloats };
}
