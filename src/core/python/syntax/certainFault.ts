import type { TextRange } from '../../textRange';
import { isKeyword, type Token, tokensOf } from './tokens';

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Words that begin a statement with a colon. */
const headers: ReadonlySet<string> = new Set(
  'if elif else for while def class try except finally with'.split(' '),
);

/**
 * Where a text is no Python for sure, whatever its grammar: brackets that do not fit, two values without anything in
 * between, an operator at the end of a line, a header without its colon. Null when there is no such place, which does not make it Python.
 */
export function certainFault(text: string): TextRange | null {
  const tokens = tokensOf(text);
  const found = [faultOfBrackets(tokens), ...linesOf(tokens).map(faultOfLine)].filter((one) => one !== null);
  return found.reduce<TextRange | null>(
    (first, one) => (first && first.from <= one.from ? first : one),
    null,
  );
}

function faultOfBrackets(tokens: readonly Token[]): TextRange | null {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'broken string') return token;
    if (token.kind !== 'operator') continue;
    if (closing.has(token.text)) open.push(token);
    else if (')]}'.includes(token.text) && closing.get(open.pop()?.text ?? '') !== token.text) return token;
  }
  return open[0] ?? null;
}

function linesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'line end') lines.push([]);
    else lines[lines.length - 1].push(token);
  }
  return lines;
}

function faultOfLine(line: readonly Token[]): TextRange | null {
  const at = line.findIndex((token, i) => i > 0 && isValueEnd(line[i - 1]) && isValueStart(token));
  if (at > 0 && !(at === 1 && isSoftKeyword(line[0])) && !mayBeString(line[at - 1], line[at]))
    return line[at];
  const last = line.at(-1) ?? null;
  if (last && /^[-+%=<>&|^~@]$/.test(last.text)) return last;
  const [first, second] = line;
  const header = first?.text === 'async' ? second : first;
  const needsColon = header?.kind === 'name' && headers.has(header.text);
  return needsColon && !line.some(({ text }) => text === ':') ? last : null;
}

/** Strings that stand together are one, and quotes within an f-string may divide it here. */
function mayBeString(a: Token, b: Token): boolean {
  return a.kind === 'string'
    ? b.kind === 'string' || a.to === b.from
    : b.kind === 'string' && a.to === b.from;
}

/** `match x:`, `case 1:`, `type X = int`; `print x` is an error of its own. */
function isSoftKeyword({ text }: Token): boolean {
  return text === 'match' || text === 'case' || text === 'type';
}

function isValueEnd({ kind, text }: Token): boolean {
  return (
    kind === 'number' || kind === 'string' || (kind === 'name' ? !isKeyword(text) : /^[)\]}]$/.test(text))
  );
}

function isValueStart({ kind, text }: Token): boolean {
  return kind === 'number' || kind === 'string' || (kind === 'name' && !isKeyword(text));
}
