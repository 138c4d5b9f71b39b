import { maxDepth } from './levels';

/** The open brackets around `offset`, innermost first, looked for back to `floor`; strings are not told apart. */
export function enclosingBrackets(text: string, offset: number, floor: number): readonly number[] {
  const found: number[] = [];
  let closed = 0;
  for (let at = offset - 1; at >= floor && found.length <= maxDepth; at--) {
    const code = text.charCodeAt(at);
    if (code === 93 || code === 41 || code === 125) closed++;
    else if (code === 91 || code === 40 || code === 123) {
      if (closed > 0) closed--;
      else found.push(at);
    }
  }
  return found;
}

/** The bracket that the one at `at` closes, not before `floor`; -1 when there is none. */
export function openingBracket(text: string, at: number, floor: number): number {
  return enclosingBrackets(text, at, floor)[0] ?? -1;
}
