import type { SnippetEdit, TextRange } from '../core';
import { isArrayOf, isNullOr, isRange, isRecord, isString, isWhole } from './guards';

/** A Python text to evaluate, and where it comes from. Offsets are offsets of `text`. */
export interface SnippetSource {
  /** The document that the command was given in: a file, or a cell of a notebook. */
  readonly uri: string;
  /** What of the document to evaluate, as its offsets; null for all. */
  readonly range: TextRange | null;
  /** File name to show. */
  readonly label: string;
  /** The whole program: a file, the cells of a notebook in order, or the Python fences of a Markdown text. */
  readonly text: string;
  /** What of the program to evaluate, names bound above it being known; null for all. */
  readonly selection: TextRange | null;
  /** The document's line of the program's first line: 0 or less when it begins with other cells. */
  readonly firstLine: number;
}

/** The whole state of the snippet panel: every message carries all of it. */
export type SnippetState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'snippet'; readonly source: SnippetSource };

/** Host to the page of the snippet panel. */
export type ToSnippetPage =
  /** The state to show; a message with a revision not above the last one is dropped. */
  { readonly type: 'state'; readonly revision: number; readonly state: SnippetState };

/** The page of the snippet panel to the host. Offsets are offsets of the program's text. */
export type FromSnippetPage =
  /** The page is up and wants its state. */
  | { readonly type: 'ready' }
  /** Select this range in the editor. */
  | { readonly type: 'reveal'; readonly from: number; readonly to: number }
  /** Make these changes in the document, if it still is as in this revision. */
  | { readonly type: 'apply'; readonly revision: number; readonly edits: readonly SnippetEdit[] }
  /** Put this text on the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  /** An exception in the page, for the log and a notice. */
  | { readonly type: 'failed'; readonly message: string };

/** True for a whole, well-formed message to the page. */
export function isToSnippetPage(value: unknown): value is ToSnippetPage {
  if (!isRecord(value) || value.type !== 'state' || !isWhole(value.revision)) return false;
  const { state } = value;
  return (
    isRecord(state) && (state.kind === 'empty' || (state.kind === 'snippet' && isSnippetSource(state.source)))
  );
}

/** True for a whole, well-formed message from the page. */
export function isFromSnippetPage(value: unknown): value is FromSnippetPage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'ready':
      return true;
    case 'reveal':
      return isRange(value);
    case 'apply':
      return isWhole(value.revision) && isArrayOf(value.edits, isEdit);
    case 'copy':
      return isString(value.text);
    case 'failed':
      return isString(value.message);
    default:
      return false;
  }
}

export function isSnippetSource(value: unknown): value is SnippetSource {
  return (
    isRecord(value) &&
    isString(value.uri) &&
    isNullOr(value.range, isRange) &&
    isString(value.label) &&
    isString(value.text) &&
    isNullOr(value.selection, isRange) &&
    Number.isInteger(value.firstLine)
  );
}

function isEdit(value: unknown): boolean {
  return isRange(value) && isString(value.text);
}
