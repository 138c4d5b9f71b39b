/** A word of Python, with offsets into the text. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'broken string' | 'operator' | 'line end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const keywords: ReadonlySet<string> = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** True for what cannot be a name, but for the values True, False and None. */
export function isKeyword(word: string): boolean {
  return keywords.has(word);
}

const blank = /[ \t\f\r]+|\\\r?\n|#[^\n]*/y;
const name = /[\p{L}_][\p{L}\p{N}\p{M}_]*/uy;
const number =
  /(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?|\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?)[jJ]?/y;

/** The words of a text in order, without blanks and comments; a line does not end within brackets. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let from = 0; from < text.length; ) {
    const skipped = endOf(blank, text, from);
    if (skipped > from) {
      from = skipped;
      continue;
    }
    const token = tokenAt(text, from);
    if (/^[([{]$/.test(token.text)) depth++;
    if (/^[)\]}]$/.test(token.text)) depth = Math.max(0, depth - 1);
    if (token.kind !== 'line end' || depth === 0) tokens.push(token);
    from = token.to;
  }
  return tokens;
}

function tokenAt(text: string, from: number): Token {
  const as = (kind: Token['kind'], to: number): Token => ({ kind, text: text.slice(from, to), from, to });
  if (text[from] === '\n') return as('line end', from + 1);
  const endOfName = endOf(name, text, from);
  const isPrefix = endOfName - from <= 2 && /^[rbuft]*$/i.test(text.slice(from, endOfName));
  if (isPrefix && /["']/.test(text.charAt(endOfName))) {
    const to = endOfString(text, endOfName);
    return to === null ? as('broken string', lineEnd(text, from)) : as('string', to);
  }
  if (endOfName > from) return as('name', endOfName);
  const endOfNumber = endOf(number, text, from);
  return endOfNumber > from ? as('number', endOfNumber) : as('operator', from + 1);
}

/** Where a sticky pattern that fits at `from` ends; `from` when it does not. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Where the string ends whose quotes begin at `from`; null for one that does not. */
function endOfString(text: string, from: number): number | null {
  const quote = text[from];
  const isLong = text.startsWith(quote.repeat(3), from);
  const end = isLong ? quote.repeat(3) : quote;
  for (let at = from + end.length; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(end, at)) return at + end.length;
    else if (text[at] === '\n' && !isLong) return null;
  }
  return null;
}

function lineEnd(text: string, from: number): number {
  const to = text.indexOf('\n', from);
  return to < 0 ? text.length : to;
}
