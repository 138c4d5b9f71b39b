import type * as vscode from 'vscode';
import { type ParsedText, parsePieces, type TextPiece, type TextRange } from '../core';
import { boxPiece } from '../document/boxSelection';
import { piecesOf } from '../document/pieces';
import { placeIn, startIn, type WholeText, wholeTextOf } from '../document/wholeText';
import type { PanelSource } from '../messages/panel';
import { longestKeptText } from '../messages/savedState';

/** What of a document to read, and how. */
export type Selected = Pick<PanelSource, 'ranges' | 'isBox' | 'readings'>;

/** A source with its whole text, however long. */
export interface SourceText {
  readonly source: PanelSource;
  readonly pieces: readonly TextPiece[];
}

/**
 * What the panel shows of its origin, and what it takes to show the same after a restart. Offsets are those of the
 * whole text that the document is a part of.
 */
export function sourceOf(document: vscode.TextDocument, selected: Selected): SourceText {
  const whole = wholeTextOf(document);
  const pieces = selectedPieces(whole, selected);
  const { path } = document.uri;
  const from = Math.min(...selected.ranges.map((range) => range.from));
  const source = {
    uri: document.uri.toString(),
    label: path.slice(path.lastIndexOf('/') + 1),
    line: placeIn(whole, { from, to: from }).range.start.line + 1,
    pieces: lengthOf(pieces) <= longestKeptText ? pieces : [],
    cells: whole.parts.flatMap(({ from: start, cell }) =>
      cell === null ? [] : [{ from: start, number: cell }],
    ),
    ...selected,
  };
  return { source, pieces };
}

function selectedPieces(whole: WholeText, { ranges, isBox }: Selected): readonly TextPiece[] {
  const places = ranges.map((range) => placeIn(whole, range));
  if (isBox) {
    const lines = places.map(({ range }) => range);
    return [boxPiece(places[0].document, lines, startIn(whole, places[0].document) ?? 0)];
  }
  const [{ document }, ...others] = whole.parts;
  return others.length > 0 ? [{ from: 0, text: whole.getText(), ranges }] : piecesOf(document, ranges);
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
