import type * as vscode from 'vscode';
import type { TextRange } from '../core';

/**
 * Where selected ranges lie after a document changed: text typed inside a range (its ends included) belongs to
 * it, text before it moves it.
 */
export function moveRanges(
  ranges: readonly TextRange[],
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): readonly TextRange[] {
  return changes.reduce((moved, change) => moved.map((range) => moveRange(range, change)), ranges);
}

function moveRange(
  { from, to }: TextRange,
  { rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent,
): TextRange {
  const end = rangeOffset + rangeLength;
  const by = text.length - rangeLength;
  if (end < from) return { from: from + by, to: to + by };
  if (rangeOffset > to) return { from, to };
  return { from: Math.min(from, rangeOffset), to: Math.max(to, end) + by };
}

/** True when a change touches one of the ranges or the text `reach` around them. */
export function isNear(
  ranges: readonly TextRange[],
  changes: readonly vscode.TextDocumentContentChangeEvent[],
  reach: number,
): boolean {
  return changes.some(({ rangeOffset, rangeLength }) =>
    ranges.some(({ from, to }) => rangeOffset <= to + reach && rangeOffset + rangeLength >= from - reach),
  );
}
