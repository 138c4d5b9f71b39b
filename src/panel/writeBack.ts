import * as vscode from 'vscode';
import {
  applyTextEdits,
  type EvaluateOptions,
  type ParsedText,
  type TextEdit,
  type WriteBackRefusal,
  writeBackAll,
} from '../core';
import { isReadOnly } from '../document/readOnly';
import { placeIn, type WholeText, wholeTextOf } from '../document/wholeText';
import { type SourceText, sourceOf } from './savedSource';

/** More edits than this are made as one. */
const mostEdits = 1_000;

/**
 * Why nothing was written, besides what core refuses: `no-document` when there is none, `moved` when the text is no
 * longer what was read, `read-only` when it could not be saved, `not-applied` when VS Code did not take the edit.
 */
export type WriteBackFailure =
  | WriteBackRefusal['code']
  | 'no-document'
  | 'moved'
  | 'read-only'
  | 'not-applied';

export type WriteBackResult =
  /** Indices of the literals that were written. */
  | { readonly written: readonly number[] }
  /** `literal` is the one that is to blame, null when it is none. */
  | { readonly refused: WriteBackFailure; readonly literal: number | null };

/**
 * Writes the user's edits of the tensors into the document that they were read from, as one edit that one undo takes
 * back: all of them or none. The document is neither saved nor shown.
 */
export async function writeBack(
  text: SourceText,
  parsed: ParsedText,
  options: EvaluateOptions,
): Promise<WriteBackResult> {
  const document = await documentOf(text);
  if (document === null) return { refused: 'no-document', literal: null };
  if (await isReadOnly(document)) return { refused: 'read-only', literal: null };
  if (!isAsRead(document, text)) return { refused: 'moved', literal: null };
  const reading = { isPasted: true, readings: text.source.readings };
  const made = writeBackAll(text.pieces, parsed, options, reading, document.languageId);
  if ('refusal' in made) return { refused: made.refusal.code, literal: made.literal };
  const whole = wholeTextOf(document);
  const change = new vscode.WorkspaceEdit();
  for (const edit of fewEdits(whole, made.edits)) {
    const place = placeIn(whole, edit);
    change.replace(place.document.uri, place.range, edit.text);
  }
  const isApplied = await vscode.workspace.applyEdit(change);
  return isApplied ? { written: made.literals } : { refused: 'not-applied', literal: null };
}

/** The same edits as one when they are so many that VS Code would take seconds over them; those of cells stay apart. */
function fewEdits({ parts, getText }: WholeText, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (edits.length <= mostEdits || parts.length > 1) return edits;
  const { from } = edits[0];
  const { to } = edits[edits.length - 1];
  const before = getText().slice(from, to);
  const local = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  return [{ from, to, text: applyTextEdits(before, local) }];
}

async function documentOf({ source }: SourceText): Promise<vscode.TextDocument | null> {
  if (source.uri === null) return null;
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri));
  } catch {
    return null;
  }
}

/** True when the document still holds the pieces at their places. */
function isAsRead(document: vscode.TextDocument, { source, pieces }: SourceText): boolean {
  const { ranges, isBox, readings } = source;
  const now = sourceOf(document, { ranges, isBox, readings }).pieces;
  return (
    pieces.length === now.length &&
    pieces.every(({ from, text }, i) => from === now[i].from && text === now[i].text)
  );
}
