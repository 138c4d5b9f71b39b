import type * as vscode from 'vscode';
import { type ParsedText, parseText } from '../../core';
import { type WholeText, wholeTextOf } from '../../document/wholeText';

/** A text with the tensors and the calls of losses in it. */
export interface TextReading {
  readonly whole: WholeText;
  readonly text: string;
  readonly parsed: ParsedText;
}

/** Longer texts are not read as a whole while nobody waits. Unit: UTF-16 code units. */
export const longestRead = 256_000;

/** Most expressions that are evaluated for it: it is done again after every few keystrokes. */
const maxSteps = 10_000;

/** The last reading of each text, by the URI, with the versions of its documents. */
const readings = new WeakMap<
  vscode.TextDocument,
  { readonly versions: string; readonly reading: TextReading }
>();

/**
 * What stands in the text of a document: the one answer from which hovers, code lenses, the title of the editor and
 * the command take their pairs. Read once for each version; null when the text is too long for that.
 */
export function readingOf(document: vscode.TextDocument): TextReading | null {
  if (lengthOf(document) > longestRead) return null;
  const whole = wholeTextOf(document);
  const [{ document: first }] = whole.parts;
  const versions = whole.parts.map((part) => `${part.document.version} ${part.document.uri}`).join('\n');
  const known = readings.get(first);
  if (known?.versions === versions) return known.reading;
  const text = whole.getText();
  if (text.length > longestRead) return null;
  const reading = { whole, text, parsed: parseText(text, { maxSteps }) };
  readings.set(first, { versions, reading });
  return reading;
}

/** Without copying the text. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
