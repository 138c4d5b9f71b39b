/** `with (`, from the start of its line. */
const start = /^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm;

/** Brackets that do not close within so many characters are left as they are. */
const longest = 4_000;

/** A text with more of such is no program. */
const mostUnclosed = 100;

/**
 * `with (open(a) as f, open(b) as g):` without its brackets and on one line, character by character at the same
 * place: the parser does not know this form, which Python has since 3.9.
 */
export function withoutWithBrackets(text: string): string {
  const pieces: string[] = [];
  let done = 0;
  let unclosed = 0;
  for (const match of text.matchAll(start)) {
    const open = match.index + match[0].length - 1;
    if (open < done) continue;
    const rest = text.slice(open, open + longest);
    const close = closingOf(rest);
    if (close === null && ++unclosed > mostUnclosed) break;
    if (close === null || !/^[ \t]*:/.test(rest.slice(close + 1))) continue;
    const inner = rest.slice(1, close);
    if (!/\sas\s/.test(inner)) continue;
    pieces.push(text.slice(done, open), onOneLine(` ${inner} `));
    done = open + close + 1;
  }
  return pieces.join('') + text.slice(done);
}

/** A comma behind the last item, comments and ends of lines have no place there. */
function onOneLine(items: string): string {
  const blank = (found: string) => ' '.repeat(found.length);
  return items
    .replace(/#[^\n\r]*/g, blank)
    .replace(/[\n\r]/g, ' ')
    .replace(/,(?=\s*$)/, ' ');
}

/** The bracket that closes the first one; null when there is none, or a string is more than it is looked into. */
function closingOf(text: string): number | null {
  let depth = 0;
  const part = /["']|#[^\n\r]*|[()[\]{}]/g;
  for (let found = part.exec(text); found; found = part.exec(text)) {
    const [piece] = found;
    if (piece === '"' || piece === "'") {
      const end = endOfString(text, found.index, piece);
      if (end === null) return null;
      part.lastIndex = end;
    } else if ('([{'.includes(piece)) depth++;
    else if (')]}'.includes(piece) && --depth === 0) return found.index;
  }
  return null;
}

/** Behind a string on one line that holds no `#`; null for any other. */
function endOfString(text: string, from: number, quote: string): number | null {
  if (text.startsWith(quote.repeat(3), from)) return null;
  for (let i = from + 1; i < text.length && text[i] !== '\n' && text[i] !== '#'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
  }
  return null;
}
