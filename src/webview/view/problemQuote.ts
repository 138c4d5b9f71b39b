import type { TextPiece, TextRange } from '../../core';

/** A line of a text with what is wrong in it; cut at both ends where it is long. */
export interface ProblemQuote {
  readonly before: string;
  readonly fault: string;
  readonly after: string;
}

/** Characters that are quoted on each side of a fault, and of the fault itself. */
const mostQuoted = 40;

/** The line of a document on which a problem begins; null where its text was not kept, or the problem has no place. */
export function problemQuote(pieces: readonly TextPiece[], { from, to }: TextRange): ProblemQuote | null {
  const piece = pieces.find((one) => one.from <= from && to <= one.from + one.text.length);
  if (!piece || from === to) return null;
  const [before, rest] = [piece.text.slice(0, from - piece.from), piece.text.slice(from - piece.from)];
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const lineEnd = rest.search(/[\r\n]/);
  const line = lineEnd < 0 ? rest : rest.slice(0, lineEnd);
  return {
    before: lastOf(before.slice(lineStart).trimStart()),
    fault: firstOf(line.slice(0, to - from)),
    after: firstOf(line.slice(to - from)),
  };
}

function firstOf(text: string): string {
  const all = [...text.slice(0, 2 * mostQuoted + 2)];
  return all.length > mostQuoted ? `${all.slice(0, mostQuoted).join('')}…` : text;
}

function lastOf(text: string): string {
  const all = [...text.slice(-2 * mostQuoted - 2)];
  return all.length > mostQuoted ? `…${all.slice(-mostQuoted).join('')}` : text;
}
