import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import { type Blanks, skipBlanksBack } from '../characters/blanks';
import { isWordCode, startOfPath } from '../characters/characters';
import type { Expression } from '../expression/expression';
import { isSizeName } from '../expression/sizeNames';
import { nameBefore } from './nameBefore';

/** Words before a bracket that make it a part of code. */
const codeBefore: ReadonlySet<string> = new Set([
  'in',
  'for',
  'del',
  'case',
  'not',
  'and',
  'or',
  'import',
  'assert',
  'if',
  'while',
]);

/** Names of targets, which may be given a tuple or a single number in the middle of other code. */
const targetNames =
  /^(?:(?:y|true|gold|class|ground)_?)?(?:target|label|truth)s?(?:_?(?:class|index|id))?$|^gt$|^(?:정답|라벨|레이블|타깃|타겟)$/i;

export function isTargetName(name: string | null): boolean {
  return name !== null && targetNames.test(name);
}

/** What the reader knows of the place of a bracket. */
export interface Place {
  /** The innermost open bracket is the parenthesis of a call. */
  readonly isInCall: boolean;
  /** An open bracket belongs to a function that takes sizes. */
  readonly isAmongSizes: boolean;
  /** Some bracket is open. */
  readonly isInBracket: boolean;
  /** Where the literal before this one ended; -1 when there was none. */
  readonly lastTo: number;
}

/** True when a bracket without a constructor is data where it stands, and no part of other code. */
export function isBareTensor(expression: Expression, place: Place): boolean {
  const { text, body, floor, blanks, operations } = expression;
  if (operations.length > 0) return true;
  if (place.isAmongSizes || body.data.length === 0 || isOperand(expression)) return false;
  if (isSizeName(nameBefore(text, body.from, floor, blanks) ?? '')) return false;
  const before = charBefore(text, body.from, floor, blanks);
  if (text[body.from] === '(') return isBareTuple(expression, place, before);
  const isSingle = body.data.length === 1 && body.shape.length === 1;
  return !isSingle || before === '' || '=:,([{'.includes(before);
}

/** A tuple counts only where a value is expected, and among arguments only when it is nested or a target. */
function isBareTuple({ text, body, floor, blanks }: Expression, place: Place, before: string): boolean {
  if (before !== '' && !'=:,([{'.includes(before)) return false;
  if (place.isInCall && body.shape.length < 2) {
    return before === '=' && isTargetName(nameBefore(text, body.from, floor, blanks));
  }
  if (before !== ',' || place.isInBracket) return true;
  const comma = skipBlanksBack(text, body.from, floor, blanks) - 1;
  return place.lastTo >= 0 && text.slice(place.lastTo, comma).trim() === '';
}

/** The character before the blanks before `at`, or '' at the start of a line. */
function charBefore(text: string, at: number, floor: number, blanks: Blanks): string {
  const before = skipBlanksBack(text, at, floor, blanks);
  if (before <= floor) return '';
  const isFirst =
    text.slice(before, at).includes('\n') ||
    /(^|\n)[ \t]*(>>>|[#/*>-]+|\d+\.|\.\.\.)$/.test(text.slice(Math.max(floor, before - 60), before));
  const char = text[before - 1];
  return isFirst && !'=:,([{'.includes(char) ? '' : char;
}

/** True when the bracket is a part of an expression whose value it is not. */
function isOperand({ text, body, floor, limit, blanks }: Expression): boolean {
  const next = text[body.to] ?? '';
  if (next === '[' || next === '(' || (next === '.' && isWordCode(text.charCodeAt(body.to + 1)))) return true;
  if (/^[ \t]*(\*|\+|==|!=|%|@|for\b|if\b)/.test(text.slice(body.to, Math.min(limit, body.to + 20))))
    return true;
  const before = charBefore(text, body.from, floor, blanks);
  const end = skipBlanksBack(text, body.from, floor, blanks);
  if ('*+%@!~&|'.includes(before) && before !== '') return true;
  if (before === '=') return /[=!<>]=$/.test(text.slice(Math.max(floor, end - 2), end));
  return codeBefore.has(text.slice(startOfPath(text, end, Math.max(floor, end - 10)), end));
}

/** A problem when a tensor stands in arithmetic, so that the literal is not the value of the expression. */
export function arithmeticAround({ text, from, to, floor, limit }: Expression): Problem | null {
  const after = /^[ \t]*(\[|\*\*|\/(?![/*])|\/\/|[*+@%]|-(?!>)|==|[<>]=?)/.exec(
    text.slice(to, Math.min(limit, to + 20)),
  );
  const isComment = after?.[1] === '//' && !/^[ \t]*\/\/[ \t]*[\d(]/.test(text.slice(to, to + 20));
  if (after && !isComment)
    return arithmetic(to + after[0].length - after[1].length, to + after[0].length, after[1]);
  const start = Math.max(floor, from - 60);
  const line = text.slice(start, from).split('\n').at(-1) ?? '';
  const before = /[\w)\]][ \t]*([-+*/@%]|==)[ \t]*$|[=(,:][ \t]*(-)[ \t]*$/.exec(line);
  if (!before) return null;
  const operator = before[1] ?? before[2];
  const at = from - before[0].length + before[0].lastIndexOf(operator);
  return arithmetic(at, at + operator.length, operator);
}

function arithmetic(from: number, to: number, operator: string): Problem {
  const message =
    operator === '['
      ? l10n.t('cannot evaluate an index beside a tensor: select the tensor itself')
      : l10n.t('cannot evaluate "{0}" beside a tensor: select the tensor itself', operator);
  return { code: 'unsupported-operation', message, from, to };
}
