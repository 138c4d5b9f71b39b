import { readTensors } from '../../../core';
import type { Place, Sheet } from './sheet';

/** Numbers in rows of the same length. */
export interface Block {
  readonly rows: number;
  readonly columns: number;
  /** Null for an empty cell of a spreadsheet, which leaves what is there. */
  valueAt(row: number, column: number): number | null;
}

/** The corners of a selection, whichever was first. */
export interface Selection {
  readonly from: Place;
  readonly to: Place;
}

export function selectionOf(a: Place, b: Place): Selection {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** A selection as tab-separated lines, which spreadsheets take; places without a number are empty. */
export function copyBlock(sheet: Sheet, { from, to }: Selection): string {
  const lines: string[] = [];
  for (let row = from.row; row <= to.row; row++) {
    const cells: string[] = [];
    for (let column = from.column; column <= to.column; column++) {
      cells.push(sheet.cellAt({ row, column })?.text ?? '');
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}

/**
 * A block in a text: nested lists of any language and prints, or lines of numbers between tabs, commas, semicolons or
 * blanks. Null for anything else, ragged lines included.
 */
export function parseBlock(text: string): Block | null {
  const { literals, problems } = readTensors(text);
  if (/[[({]/.test(text)) {
    const tensor = literals[0]?.tensor;
    if (literals.length !== 1 || problems.length > 0 || !tensor || tensor.shape.length > 2) return null;
    const [rows, columns] = tensor.shape.length === 2 ? tensor.shape : [1, tensor.data.length];
    return { rows, columns, valueAt: (row, column) => tensor.data[row * columns + column] };
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const hasTabs = text.includes('\t');
  const rows = lines.map((line) =>
    (hasTabs ? line.split('\t') : line.trim().split(/\s*[,;]\s*|\s+/)).map(cellValue),
  );
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.some((row) => row.length !== columns || row.includes(undefined))) return null;
  if (rows.every((row) => row.every((value) => value === null))) return null;
  return { rows: rows.length, columns, valueAt: (row, column) => rows[row][column] ?? null };
}

/** Null for an empty cell, undefined for one that holds no number. */
function cellValue(text: string): number | null | undefined {
  return text.trim() === '' ? null : (numberOf(text) ?? undefined);
}

const words: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '+inf': Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
};

/** A number as Python, JSON or a spreadsheet writes it; null for other texts. */
export function numberOf(text: string): number | null {
  const word = text.trim().toLowerCase().replace('−', '-');
  if (Object.hasOwn(words, word)) return words[word];
  return /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/.test(word) ? Number(word) : null;
}
