import type * as vscode from 'vscode';
import { type ParsedText, parsePieces, type TextPiece, type TextRange } from '../core';
import { boxPiece } from '../document/boxSelection';
import { piecesOf, toRanges } from '../document/pieces';
import type { PanelSource } from '../messages/panel';
import { longestKeptText } from '../messages/savedState';

/** What of a document to read, and how. */
export type Selected = Pick<PanelSource, 'ranges' | 'isBox' | 'readings'>;

/** A source with its whole text, however long. */
export interface SourceText {
  readonly source: PanelSource;
  readonly pieces: readonly TextPiece[];
}

/** What the panel shows of its origin, and what it takes to show the same after a restart. */
export function sourceOf(document: vscode.TextDocument, selected: Selected): SourceText {
  const ranges = toRanges(document, selected.ranges);
  const pieces = selected.isBox ? [boxPiece(document, ranges)] : piecesOf(document, ranges);
  const { path } = document.uri;
  const source = {
    uri: document.uri.toString(),
    label: path.slice(path.lastIndexOf('/') + 1),
    line: document.positionAt(Math.min(...selected.ranges.map(({ from }) => from))).line + 1,
    pieces: lengthOf(pieces) <= longestKeptText ? pieces : [],
    ...selected,
  };
  return { source, pieces };
}

/** A text that stands in no document. */
export function sourceOfText(label: string, text: string): SourceText {
  const ranges: readonly TextRange[] = [{ from: 0, to: text.length }];
  const pieces = [{ from: 0, text, ranges }];
  const kept = text.length <= longestKeptText ? pieces : [];
  return { source: { uri: null, label, line: 1, pieces: kept, ranges, isBox: false, readings: {} }, pieces };
}

/** The tensors of a source, which were selected or pasted for this: every written form counts. */
export function parseSource({ source, pieces }: SourceText): ParsedText {
  return parsePieces(pieces, { isPasted: true, readings: source.readings });
}

export function lengthOf(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}
