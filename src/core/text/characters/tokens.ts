import type { Blanks } from './blanks';
import { isBlankCode, isWordCode } from './characters';

/** Words between values that make a bracket code rather than data. */
export const codeWords: ReadonlySet<string> = new Set([
  'for',
  'if',
  'else',
  'in',
  'is',
  'and',
  'or',
  'not',
  'lambda',
  'await',
  'yield',
  'async',
  'new',
  'typeof',
]);

/** Where the run of characters that belong to one written value ends: at a blank, a comma or a bracket. */
export function endOfToken(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !' \t\r\n,[]()'.includes(text[at])) at++;
  return at;
}

/** True when this character can start the next value of a list without commas. */
export function startsValue(code: number): boolean {
  return isWordCode(code) || code === 45 || code === 43 || code === 46 || code === 91;
}

/** True when what stands at `at` separates a number from the next: a blank, comma, bracket or comment. */
export function endsValue(text: string, at: number, { hasSlashComments }: Blanks): boolean {
  const code = text.charCodeAt(at);
  if (code === 44 || code === 93 || code === 41 || code === 35 || isBlankCode(code)) return true;
  return code === 47 && (text[at + 1] === '*' || (text[at + 1] === '/' && hasSlashComments));
}

/** Most characters of a text that a message repeats. */
const maxQuoted = 40;

/** What was written, in quotes and cut to a length that fits a message. */
export function quoted(text: string, from: number, to: number): string {
  const written = text.slice(from, Math.min(to, from + maxQuoted)).replace(/\s+/g, ' ');
  const cut = to - from > maxQuoted ? '…' : '';
  return /^["']/.test(written) ? `${written}${cut}` : `"${written}${cut}"`;
}

/** The offset after the bracket that closes the one at `from`, whatever kinds stand between; else `limit`. */
export function skipBalanced(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 40) depth++;
    else if ((code === 93 || code === 41) && --depth === 0) return at + 1;
  }
  return limit;
}

/** For every bracket of a text that is closed, what `skipBalanced` gives for it; 0 for everything else. One pass. */
export function bracketEnds(text: string): Int32Array {
  const ends = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 40) open.push(at);
    else if (code === 93 || code === 41) {
      const from = open.pop();
      if (from !== undefined) ends[from] = at + 1;
    }
  }
  return ends;
}
