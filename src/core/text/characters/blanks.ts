import { isBlankCode } from './characters';

/** How far back the marks at the start of a line are looked for: longer indents hold no comment marker. */
const maxPrefix = 200;

/** What counts as blank between the parts of a literal besides spaces and line breaks. */
export interface Blanks {
  /** The mark that every line of the literal starts with, as it stands in a comment or a quotation; or ''. */
  readonly linePrefix: '' | '#' | '/' | '*' | '>';
  /** False where `//` is a division (Python). */
  readonly hasSlashComments: boolean;
}

/** The blanks of a literal that starts at `from`: a literal in a comment goes on behind comment marks. */
export function blanksAt(text: string, from: number, hasSlashComments = true): Blanks {
  const line = text.slice(startOfLine(text, from, 0), from);
  const first = line.trimStart()[0] ?? '';
  if (first === '*' || first === '>') return { linePrefix: first, hasSlashComments };
  if (line.includes('#')) return { linePrefix: '#', hasSlashComments };
  if (line.includes('//')) return { linePrefix: '/', hasSlashComments };
  return { linePrefix: '', hasSlashComments };
}

/** The offset of the first character from `at` on that is neither blank nor comment, at most `limit`. */
export function skipBlanks(text: string, from: number, limit: number, blanks: Blanks): number {
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === 10) at = skipLinePrefix(text, at + 1, limit, blanks);
    else if (isBlankCode(code)) at++;
    else if (code === 92 && (text[at + 1] === '\n' || text[at + 1] === '\r')) at++;
    else if (code === 35) at = endOfLine(text, at, limit);
    else if (code === 47 && text[at + 1] === '/' && blanks.hasSlashComments) at = endOfLine(text, at, limit);
    else if (code === 47 && text[at + 1] === '*') at = endOfBlockComment(text, at, limit);
    else return at;
  }
  return limit;
}

/** Skips the marks at the start of a line: a comment's, a quotation's, or a Python prompt's `... `. */
function skipLinePrefix(text: string, lineStart: number, limit: number, { linePrefix }: Blanks): number {
  let at = lineStart;
  while (at < limit && (text[at] === ' ' || text[at] === '\t')) at++;
  if (isPrompt(text, at)) return at + 4;
  if (linePrefix === '' || text[at] !== linePrefix) return at;
  if (linePrefix === '*' && text[at + 1] === '/') return at;
  while (at < limit && text[at] === linePrefix) at++;
  return isPrompt(text, at + 1) ? at + 5 : at;
}

/** `... ` before more of a line: a continuation prompt. numpy's own `...` ends its line or has a comma. */
function isPrompt(text: string, at: number): boolean {
  const isMarked =
    text.startsWith('... ', at) && (at === 0 || text[at - 1] === '\n' || isAfterMark(text, at));
  const next = text[at + 4];
  return isMarked && next !== '\n' && next !== '\r' && next !== undefined;
}

function isAfterMark(text: string, at: number): boolean {
  return '#/*>'.includes(text[at - 2] ?? ' ') && text[at - 1] === ' ';
}

function endOfLine(text: string, at: number, limit: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? limit : Math.min(end, limit);
}

function endOfBlockComment(text: string, at: number, limit: number): number {
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? limit : Math.min(end + 2, limit);
}

/** The offset after the last character before `to` that is neither blank nor comment, at least `floor`. */
export function skipBlanksBack(text: string, to: number, floor: number, blanks: Blanks): number {
  let at = to;
  while (at > floor) {
    const code = text.charCodeAt(at - 1);
    if (code === 10) at = blanks.linePrefix === '' ? beforeComment(text, at - 1, floor) : at - 1;
    else if (isBlankCode(code)) at--;
    else if (blanks.linePrefix !== '' && code === blanks.linePrefix.charCodeAt(0)) {
      const start = startOfLine(text, at, floor);
      if (!/^\s*[#/*>]+$/.test(text.slice(start, at))) return at;
      at = start;
    } else break;
  }
  return at;
}

function startOfLine(text: string, at: number, floor: number): number {
  const from = Math.max(floor, at - maxPrefix);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

/** For the line that ends at `end`: where its comment starts, or its end when it has none. */
function beforeComment(text: string, end: number, floor: number): number {
  const start = startOfLine(text, end, floor);
  const line = text.slice(start, end);
  const marks = [line.indexOf('#'), line.indexOf('//')].filter((mark) => mark >= 0);
  return marks.length === 0 ? end : start + Math.min(...marks);
}
