import * as v from 'valibot';
import type { OutputDifference, PythonComparison, PythonStop, TextRange } from '../core';
import { pageMessages, stateMessageOf } from './page';
import {
  flag,
  integer,
  isOf,
  listOf,
  messageOf,
  nullOr,
  objectOf,
  range,
  rangeOf,
  text,
  whole,
} from './schema';
import { snippetEdit } from './snippetResult';

/** A Python text to evaluate, and where it comes from. Offsets are offsets of `text`. */
const snippetSource = messageOf({
  /** The document that the command was given in: a file, or a cell of a notebook. */
  uri: text,
  /** What of the document to evaluate, as its offsets; null for all. */
  range: nullOr(range),
  /** File name to show. */
  label: text,
  /** The whole program: a file, the cells of a notebook in order, or the Python fences of a Markdown text. */
  text,
  /** What of the program to evaluate, names bound above it being known; null for all. */
  selection: nullOr(range),
  /** The document's line of the program's first line: 0 or less when it begins with other cells. */
  firstLine: integer,
});

export type SnippetSource = v.InferOutput<typeof snippetSource>;

/** The whole state of the snippet panel: every message carries all of it. */
const snippetState = v.variant('kind', [
  messageOf({ kind: v.literal('empty') }),
  messageOf({ kind: v.literal('snippet'), source: snippetSource }),
]);

export type SnippetState = v.InferOutput<typeof snippetState>;

const pythonStop = objectOf<PythonStop>()({ type: text, message: text, line: nullOr(whole) });

const comparison = objectOf<PythonComparison>()({
  numSame: whole,
  differences: listOf(
    objectOf<OutputDifference>()({ line: nullOr(whole), evaluated: nullOr(text), python: nullOr(text) }),
  ),
  evaluatedEnd: nullOr(pythonStop),
  pythonEnd: nullOr(pythonStop),
  isSameEnd: flag,
  isPartial: flag,
});

/** What became of a comparison with the user's Python; `none` where there can be none. */
const pythonState = v.variant('kind', [
  messageOf({ kind: v.literal('none') }),
  messageOf({ kind: v.literal('idle') }),
  messageOf({ kind: v.literal('running') }),
  messageOf({ kind: v.literal('failed'), message: text }),
  messageOf({ kind: v.literal('compared'), interpreter: text, comparison }),
]);

export type PythonState = v.InferOutput<typeof pythonState>;

/** The comparison for the state of this revision. */
const pythonMessage = messageOf({ type: v.literal('python'), revision: whole, python: pythonState });

export type PythonMessage = v.InferOutput<typeof pythonMessage>;

/** Host to the page of the snippet panel. */
const toSnippetPage = v.variant('type', [stateMessageOf(snippetState), pythonMessage]);

export type ToSnippetPage = v.InferOutput<typeof toSnippetPage>;

/** Where Python stops. */
export interface Stop extends TextRange {
  readonly message: string;
}

/** The page of the snippet panel to the host. Offsets are offsets of the program's text. */
const fromSnippetPage = v.variant('type', [
  ...pageMessages,
  /** Make these changes in the document, if it still is as in this revision. */
  messageOf({
    type: v.literal('apply'),
    revision: whole,
    edits: listOf(snippetEdit),
  }),
  /** Where Python stops in the text of this revision, and with which words; null where it does not. */
  messageOf({
    type: v.literal('stop'),
    revision: whole,
    stop: nullOr(rangeOf<Stop>()({ message: text })),
  }),
  /** Run the text of this revision with the user's Python, and compare. */
  messageOf({ type: v.literal('compare'), revision: whole }),
  /** End that run. */
  messageOf({ type: v.literal('cancelCompare'), revision: whole }),
]);

export type FromSnippetPage = v.InferOutput<typeof fromSnippetPage>;

/** True for a whole, well-formed message to the page. */
export const isToSnippetPage = isOf<ToSnippetPage>(toSnippetPage);

/** True for a whole, well-formed message from the page. */
export const isFromSnippetPage = isOf<FromSnippetPage>(fromSnippetPage);

export const isSnippetSource = isOf<SnippetSource>(snippetSource);
