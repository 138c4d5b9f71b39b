import * as vscode from 'vscode';
import type { TextRange } from '../core';
import { offsetsOf } from './pieces';
import { programOf, sourceOf } from './pythonPrograms';

interface TextPart {
  readonly document: vscode.TextDocument;
  /** Where it starts in the text. */
  readonly from: number;
  /** The number of the cell that it is, from 1; null for a document. */
  readonly cell: number | null;
}

/** What is read as one text: a document, or the Python cells of a notebook, one after another. */
export interface WholeText {
  /** Of the document or the notebook. */
  readonly uri: vscode.Uri;
  /** What it is made of, in order. */
  readonly parts: readonly TextPart[];
  getText(): string;
}

/** The text that a document is a part of. A cell that holds no Python is a text by itself. */
export function wholeTextOf(document: vscode.TextDocument): WholeText {
  const source = sourceOf(document);
  return ('notebookType' in source ? textOfNotebook(source, document) : null) ?? alone(document);
}

function textOfNotebook(notebook: vscode.NotebookDocument, document: vscode.TextDocument): WholeText | null {
  const found = programOf(notebook);
  if (!found?.partUris.some((uri) => uri.toString() === document.uri.toString())) return null;
  const { program, partUris, uri } = found;
  const cells = new Map(notebook.getCells().map((cell) => [cell.document.uri.toString(), cell]));
  const parts = program.stretches.flatMap(({ part, from }) => {
    const cell = cells.get(partUris[part].toString());
    return cell ? [{ document: cell.document, from, cell: cell.index + 1 }] : [];
  });
  return { uri, parts, getText: () => program.text };
}

function alone(document: vscode.TextDocument): WholeText {
  return { uri: document.uri, parts: [{ document, from: 0, cell: null }], getText: () => document.getText() };
}

/** Where a document starts in the text; null when it is no part of it. */
export function startIn({ parts }: WholeText, document: vscode.TextDocument): number | null {
  return parts.find((part) => part.document === document)?.from ?? null;
}

/** Ranges of one of the documents as offsets of the text. */
export function offsetsIn(
  whole: WholeText,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
): readonly TextRange[] {
  const start = startIn(whole, document) ?? 0;
  return offsetsOf(document, ranges).map(({ from, to }) => ({ from: start + from, to: start + to }));
}

/** The document that a range of the text starts in, and where in it. */
export function placeIn({ parts }: WholeText, { from, to }: TextRange) {
  const { document, from: start } = parts.filter((part) => part.from <= from).at(-1) ?? parts[0];
  const range = new vscode.Range(document.positionAt(from - start), document.positionAt(to - start));
  return { document, range };
}
