import * as vscode from 'vscode';
import type { TextPiece, TextRange } from '../core';

/** A stretch of a document as text. */
export interface TextWindow {
  /** Offset of the text in the document. */
  readonly from: number;
  readonly text: string;
}

/**
 * The text from `above` characters before a position to `below` characters after another, read without copying the
 * document: a document of 5 MB costs no more than a short one. It starts and ends with whole lines where they fit.
 */
export function textAround(
  document: vscode.TextDocument,
  start: vscode.Position,
  end: vscode.Position,
  above: number,
  below = above,
): TextWindow {
  const reached = reachFrom(document, start, -above);
  const isCut = reached.character > 0 && reached.line < start.line;
  const first = isCut ? new vscode.Position(reached.line + 1, 0) : reached;
  const last = reachFrom(document, end, below);
  return { from: document.offsetAt(first), text: document.getText(new vscode.Range(first, last)) };
}

/** The position `reach` characters on (back for negative), a line at a time. */
function reachFrom(document: vscode.TextDocument, start: vscode.Position, reach: number): vscode.Position {
  const step = Math.sign(reach);
  let left = Math.abs(reach);
  let { line, character } = start;
  for (;;) {
    const length = document.lineAt(line).text.length;
    const room = step < 0 ? character : length - character;
    if (room >= left) return new vscode.Position(line, character + step * left);
    left -= room + 1;
    const next = line + step;
    if (next < 0 || next >= document.lineCount) return new vscode.Position(line, step < 0 ? 0 : length);
    line = next;
    character = step < 0 ? document.lineAt(line).text.length : 0;
  }
}

/**
 * How much text around a selection is looked at: above it for what makes its numbers, below it for the calls that use
 * them. Unit: UTF-16 code units.
 */
export const reachAbove = 100_000;
export const reachBelow = 8_000;

/** Selections closer to each other than this are read in one piece. */
const mergeDistance = reachAbove + reachBelow;

/** The pieces of a document that hold these selections (as its offsets), with the program around them. */
export function piecesOf(document: vscode.TextDocument, ranges: readonly TextRange[]): readonly TextPiece[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const pieces: { from: number; to: number; selected: TextRange[] }[] = [];
  for (const range of sorted) {
    const last = pieces.at(-1);
    if (last && range.from - last.to < mergeDistance) {
      last.to = Math.max(last.to, range.to);
      last.selected.push(range);
    } else {
      pieces.push({ ...range, selected: [range] });
    }
  }
  return pieces.map(({ from, to, selected }) => ({
    ...textAround(document, document.positionAt(from), document.positionAt(to), reachAbove, reachBelow),
    ranges: selected,
  }));
}

/** Ranges of the editor as offsets of a document. */
export function offsetsOf(
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
): readonly TextRange[] {
  return ranges.map(({ start, end }) => ({ from: document.offsetAt(start), to: document.offsetAt(end) }));
}
