import { type Blanks, skipBlanksBack } from '../characters/blanks';
import { roleOfName } from '../roleNames';

/** How far back a name is looked for; a longer left side names nothing that matters here. */
const maxLeftSide = 120;

const notNames: ReadonlySet<string> = new Set([
  'else',
  'try',
  'finally',
  'return',
  'default',
  'case',
  'lambda',
  'https',
  'http',
  'containing',
]);

/** What stands before a statement on the line of its block: `if x: y = [1]`. */
const blockHead = /^\s*(?:if|elif|else|while|for|with|try|except)\b[^:]*:/;

/** The variable, key or label that the expression at `from` is given to, or null. */
export function nameBefore(text: string, from: number, floor: number, blanks: Blanks): string | null {
  const at = skipBlanksBack(text, from, floor, blanks) - 1;
  const start = Math.max(floor, at - maxLeftSide);
  const left = text.slice(start, Math.max(start, at));
  const line = left.slice(left.lastIndexOf('\n') + 1);
  if (text[at] === '=') return assignedName(line);
  if (text[at] === ':') return labelName(line);
  const isAbove = text.slice(at + 1, from).includes('\n');
  return isAbove && at >= floor ? titleName(line + text[at]) : null;
}

/** A line with a name that tells a role and nothing else, as notebooks have it above what they print. */
function titleName(line: string): string | null {
  const name = /^[ \t]*([\p{L}_$][\p{L}\p{N}_$]*)$/u.exec(line)?.[1] ?? null;
  return roleOfName(name) === null ? null : name;
}

/** `logits`, `self.logits`, `const logits: number[][]`; null for comparisons and for several names at once. */
function assignedName(left: string): string | null {
  if (/[=!<>+*/%&|^@-]$/.test(left)) return null;
  const key = /\[\s*(["'])([^"'\]]+)\1\s*\]\s*$/.exec(left);
  if (key) return key[2];
  const statement = left.replace(blockHead, '');
  const match = /(?:^|[\s(,{;>#*.[])([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::[^=:]*)?:?\s*$/u.exec(statement);
  if (!match || notNames.has(match[1])) return null;
  const before = statement.slice(0, match.index + 1);
  const isUnpacking = /[\p{L}\p{N}_\])]\s*,\s*$/u.test(before) && !/[({[]/.test(before);
  return isUnpacking ? null : match[1];
}

/** `"logits"`, `'logits'`, `logits` before a colon. */
function labelName(left: string): string | null {
  const quotedKey = /(["'])([^"']+)\1\s*$/.exec(left);
  if (quotedKey) return quotedKey[2];
  const match = /([\p{L}_$][\p{L}\p{N}_$]*)\s*$/u.exec(left);
  return match && !notNames.has(match[1]) ? match[1] : null;
}
