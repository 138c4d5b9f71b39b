import * as v from 'valibot';
import { findingCodes, type TextPiece } from '../core';
import { comparison } from './comparison';
import { evaluateOptions } from './evaluateOptions';
import { pageMessages, stateMessageOf } from './page';
import { parsedText } from './parsedText';
import {
  byIndex,
  flag,
  isOf,
  listOf,
  maybe,
  messageOf,
  nullOr,
  objectOf,
  oneOf,
  plainObject,
  range,
  text,
  whole,
} from './schema';
import { uint8Array } from './typedArrays';
import { viewState } from './viewState';

const piece = objectOf<TextPiece>()({ from: whole, text, ranges: listOf(range) });

/** Where the tensors in the panel come from. Offsets in `ParsedText` are offsets of the document `uri`. */
export const panelSource = messageOf({
  /** Null for a text without a document: that of the clipboard. */
  uri: nullOr(text),
  /** Counts what was chosen to be shown: what is read again after a change has the same. */
  id: maybe(whole),
  /** File name, or other words, to show. */
  label: text,
  /** 1-based line of the selection, to show. */
  line: v.pipe(
    whole,
    v.check((line) => line >= 1),
  ),
  /**
   * The text that was read, for a restart after which the document may be gone; empty when it is too long to
   * keep, and then `ranges` is read again from the document.
   */
  pieces: listOf(piece),
  /** What was selected, as offsets of the document. */
  ranges: listOf(range),
  /** Where the cells of a notebook start in its text, with their numbers from 1; absent elsewhere. */
  cells: maybe(
    listOf(objectOf<{ readonly from: number; readonly number: number }>()({ from: whole, number: whole })),
  ),
  /** True when the ranges are the lines of a column selection, which are read as one text. */
  isBox: flag,
  /** Readings that the user chose for texts that can be read in several ways, by offset of the literal. */
  readings: byIndex(text),
});

export type PanelSource = v.InferOutput<typeof panelSource>;

/** True for the same choice of a text, which may have changed since. */
export function isSameSource(a: PanelSource, b: PanelSource): boolean {
  return a.uri === b.uri && a.id === b.id;
}

/** The whole state of the panel: every message carries all of it, so reopening needs no other path. */
const panelState = v.variant('kind', [
  /** Nothing was selected yet: an example to play with. */
  messageOf({
    kind: v.literal('empty'),
    example: messageOf({ source: panelSource, parsed: parsedText }),
  }),
  messageOf({ kind: v.literal('reading'), source: panelSource }),
  messageOf({
    kind: v.literal('parsed'),
    source: panelSource,
    parsed: parsedText,
    options: evaluateOptions,
  }),
]);

export type PanelState = v.InferOutput<typeof panelState>;

/** What mends the code at the call that is shown, as the quick fix in the editor does. */
const codeFix = messageOf({
  /** Of the finding that it mends. */
  code: oneOf(findingCodes),
  title: text,
  /** What is written in place of an argument; null where that would not say what is done. */
  written: nullOr(text),
});

export type OfferedFix = v.InferOutput<typeof codeFix>;

/** Host to webview. */
const toWebview = v.variant('type', [
  stateMessageOf(panelState),
  /** After a state: look at it like this, and compare it with these pins. */
  messageOf({ type: v.literal('look'), view: viewState, comparison }),
  /** Answers `findFixes`; the best of each finding first. */
  messageOf({ type: v.literal('fixes'), revision: whole, fixes: listOf(codeFix) }),
  /** Answers `applyFix`, after the state that comes of it. */
  messageOf({ type: v.literal('applied'), title: text }),
]);

export type ToWebview = v.InferOutput<typeof toWebview>;

/** What a report can be saved as. */
export const reportFormats = ['markdown', 'svg', 'png', 'csv', 'json', 'pytorch'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Webview to host. */
const fromWebview = v.variant('type', [
  ...pageMessages,
  /** The user changed an option or a role; the host keeps them for the next reload. */
  messageOf({ type: v.literal('options'), options: evaluateOptions }),
  /** Read the literal at this offset in another way. */
  messageOf({ type: v.literal('reading'), from: whole, id: text }),
  /** Which fixes are there for the call in this range, of the text in the state of this revision? */
  messageOf({ type: v.literal('findFixes'), revision: whole, from: whole, to: whole }),
  /** Make the fix of this index among those offered for the revision. */
  messageOf({ type: v.literal('applyFix'), revision: whole, index: whole }),
  /** Write the edits of the input, target and weight into the document that they were read from. */
  messageOf({ type: v.literal('writeBack') }),
  /** Save a report under a name that is asked for. */
  messageOf({ type: v.literal('save'), format: oneOf(reportFormats), content: v.union([text, uint8Array]) }),
  /** Put a link on the clipboard that opens the panel with this state, which `packState` made. */
  messageOf({ type: v.literal('link'), state: plainObject }),
  /** Open the section of docs/findings.md. */
  messageOf({ type: v.literal('openDocs'), code: text }),
]);

export type FromWebview = v.InferOutput<typeof fromWebview>;

/** True for a whole, well-formed message to the page. */
export const isToWebview = isOf<ToWebview>(toWebview);

/** True for a whole, well-formed message from the page. */
export const isFromWebview = isOf<FromWebview>(fromWebview);
