import type * as vscode from 'vscode';
import type { TextRange } from '../core';

/** What was replaced in a text. */
export type TextChange = Pick<vscode.TextDocumentContentChangeEvent, 'rangeOffset' | 'rangeLength' | 'text'>;

/**
 * Where selected ranges lie after a document changed: text typed inside a range (its ends included) belongs to
 * it, text before it moves it.
 */
export function moveRanges(
  ranges: readonly TextRange[],
  changes: readonly TextChange[],
): readonly TextRange[] {
  return changes.reduce((moved, change) => moved.map((range) => moveRange(range, change)), ranges);
}

function moveRange({ from, to }: TextRange, { rangeOffset, rangeLength, text }: TextChange): TextRange {
  const end = rangeOffset + rangeLength;
  const by = text.length - rangeLength;
  if (end < from) return { from: from + by, to: to + by };
  if (rangeOffset > to) return { from, to };
  return { from: Math.min(from, rangeOffset), to: Math.max(to, end) + by };
}

/** True when a change touches one of the ranges or the text `reach` around them. */
export function isNear(ranges: readonly TextRange[], changes: readonly TextChange[], reach: number): boolean {
  return changes.some(({ rangeOffset, rangeLength }) =>
    ranges.some(({ from, to }) => rangeOffset <= to + reach && rangeOffset + rangeLength >= from - reach),
  );
}

/** The readings after a document changed, by the new offsets of their literals. */
export function moveReadings(
  readings: Readonly<Record<number, string>>,
  changes: readonly TextChange[],
): Readonly<Record<number, string>> {
  const moved = Object.entries(readings).map(([from, id]) => {
    const [range] = moveRanges([{ from: Number(from), to: Number(from) + 1 }], changes);
    return [range.from, id];
  });
  return Object.fromEntries(moved);
}
