import * as vscode from 'vscode';
import type { TextPiece } from '../core';

/**
 * True for the lines of a column selection that are one text: they start in the same column, end in the same
 * column or at the end of their line, and at least one of them is not a whole array by itself.
 */
export function isBoxSelection(document: vscode.TextDocument, ranges: readonly vscode.Range[]): boolean {
  const sorted = inOrder(ranges);
  const [first] = sorted;
  if (sorted.length < 2 || !sorted.every(({ isSingleLine }) => isSingleLine)) return false;
  const right = Math.max(...sorted.map(({ end }) => end.character));
  const isBox = sorted.every(
    ({ start, end }, i) =>
      start.character === first.start.character &&
      (end.character === right || end.character === document.lineAt(end.line).text.length) &&
      (i === 0 || isNextLine(document, sorted[i - 1].end, start)),
  );
  return isBox && sorted.some((range) => !isWholeArray(document.getText(range)));
}

/**
 * The selected lines as one piece: what stands between them is blanked out, so that every character keeps its
 * offset. It starts with its first line, for all lines to have the same indent. `start` is where the document starts
 * in the text whose offsets the piece has.
 */
export function boxPiece(
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  start: number,
): TextPiece {
  const sorted = inOrder(ranges);
  const first = sorted[0].start.with({ character: 0 });
  const from = document.offsetAt(first);
  const { end } = sorted[sorted.length - 1];
  const written = document.getText(new vscode.Range(first, end));
  let text = '';
  for (const range of sorted) {
    text += blank(written.slice(text.length, document.offsetAt(range.start) - from));
    text += document.getText(range);
  }
  const at = start + from;
  return { from: at, text, ranges: [{ from: at, to: at + text.length }] };
}

function inOrder(ranges: readonly vscode.Range[]): readonly vscode.Range[] {
  return [...ranges].sort((a, b) => a.start.compareTo(b.start));
}

/** Lines too short to be in the box may lie between. */
function isNextLine(document: vscode.TextDocument, last: vscode.Position, next: vscode.Position): boolean {
  if (next.line <= last.line) return false;
  for (let line = last.line + 1; line < next.line; line++) {
    if (document.lineAt(line).text.length > next.character) return false;
  }
  return true;
}

/** `[[1, 2], [3, 4]]`, `tensor([0, 1])`: opens brackets and closes them all. */
function isWholeArray(text: string): boolean {
  const opened = text.match(/[([{]/g)?.length ?? 0;
  const closed = text.match(/[)\]}]/g)?.length ?? 0;
  return opened > 0 && opened === closed;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
