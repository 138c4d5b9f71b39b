import type * as vscode from 'vscode';
import type { TextPiece, TextRange } from '../core';
import type { PanelSource } from '../protocol';

/** Longer texts are not kept for a restart; they are read again from the document. Unit: UTF-16 code units. */
const longestKeptText = 100_000;

/** What the panel shows of its origin, and what it takes to show the same after a restart. */
export function sourceOf(
  document: vscode.TextDocument,
  ranges: readonly TextRange[],
  pieces: readonly TextPiece[],
): PanelSource {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const { path } = document.uri;
  return {
    uri: document.uri.toString(),
    label: path.slice(path.lastIndexOf('/') + 1),
    line: document.positionAt(Math.min(...ranges.map(({ from }) => from))).line + 1,
    pieces: length <= longestKeptText ? pieces : [],
    ranges,
  };
}
