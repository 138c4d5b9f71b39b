import type { TextRange } from '../../textRange';
import { type Blanks, skipBlanks } from '../characters/blanks';
import { endOfString } from '../characters/characters';

/** An argument of a call as written; `name` is null for a positional one. The range covers name and value. */
export interface Argument extends TextRange {
  readonly name: string | null;
  readonly value: string;
}

export interface Arguments {
  readonly list: readonly Argument[];
  /** The offset after the closing parenthesis. */
  readonly to: number;
}

/** Longest argument list behind a literal that is read: beyond this it is no constructor's or print's. */
const maxLength = 1000;

/** Reads arguments from `from` on up to the `)` that closes their call; null when it is not found. */
export function readArguments(text: string, from: number, limit: number, blanks: Blanks): Arguments | null {
  const end = Math.min(limit, from + maxLength);
  const list: Argument[] = [];
  for (let at = skipBlanks(text, from, end, blanks); at < end; at = skipBlanks(text, at, end, blanks)) {
    if (text[at] === ')') return { list, to: at + 1 };
    if (text[at] === ',') {
      at++;
      continue;
    }
    const to = endOfArgument(text, at, end);
    if (to <= at) return null;
    list.push(argument(text, at, to));
    at = to;
  }
  return null;
}

function argument(text: string, from: number, end: number): Argument {
  const written = text.slice(from, end).trimEnd();
  const keyword = /^([\p{L}_][\p{L}\p{N}_]*)\s*=(?!=)\s*/u.exec(written);
  const to = from + written.length;
  if (!keyword) return { name: null, value: written, from, to };
  return { name: keyword[1], value: written.slice(keyword[0].length), from, to };
}

/** Where the argument that starts at `from` ends: at a comma or closing bracket that is not inside another. */
function endOfArgument(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) depth++;
    else if (code === 41 || code === 93 || code === 125) {
      if (--depth < 0) return at;
    } else if (code === 44 && depth === 0) return at;
    else if (code === 34 || code === 39) {
      const to = endOfString(text, at, limit);
      if (to < 0) return -1;
      at = to - 1;
    }
  }
  return -1;
}
