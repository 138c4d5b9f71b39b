/** True for a letter, a digit, `_`, `$` and every character beyond ASCII except blanks and punctuation. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    (code >= 0xaa &&
      code !== 0xab &&
      code !== 0xbb &&
      !(code >= 0x2000 && code <= 0x206f) &&
      code < 0xff00 &&
      !(code >= 0x3000 && code <= 0x3003))
  );
}

export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10 || code === 0xa0;
}

/** Where the run of word characters and dots that starts at `from` ends, at most `limit`. */
export function endOfPath(text: string, from: number, limit = text.length): number {
  let at = from;
  while (at < limit && (isWordCode(text.charCodeAt(at)) || text[at] === '.')) at++;
  return at;
}

/** Where the run of word characters and dots that ends at `to` starts, not before `floor`. */
export function startOfPath(text: string, to: number, floor: number): number {
  let at = to;
  while (at > floor && (isWordCode(text.charCodeAt(at - 1)) || text[at - 1] === '.')) at--;
  return at;
}

/** The offset after the string whose quote stands at `from`; -1 when it does not end on its line. */
export function endOfString(text: string, from: number, limit: number): number {
  const quote = text.charCodeAt(from);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === quote) return at + 1;
    else if (code === 10) return -1;
  }
  return -1;
}
