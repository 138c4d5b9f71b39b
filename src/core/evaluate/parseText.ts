import type { ReadOptions } from '../text/readOptions';
import type { ParsedText } from './evaluation';
import { parsePieces } from './parsePieces';

/** Reads a whole text: its tensors, what could not be read, and how it uses the losses. Computes nothing. */
export function parseText(text: string, options: ReadOptions = {}): ParsedText {
  return parsePieces([{ from: 0, text, ranges: [{ from: 0, to: text.length + 1 }] }], options);
}
