import * as l10n from '../l10n';
import type { Problem } from '../problem';
import type { TextRange } from '../textRange';
import { readBody } from './body/bodyReader';
import { enclosingBrackets } from './body/enclosingBrackets';
import { blanksAt } from './characters/blanks';
import { isWordCode } from './characters/characters';
import { skipBalanced } from './characters/tokens';
import { nameBefore } from './surroundings/nameBefore';

/** An array that holds no tensor, and why. */
export interface BrokenArray extends TextRange {
  /** The variable, key or label that it is given to. */
  readonly name: string | null;
  /** `from` and `to` are the culprit. */
  readonly problem: Problem;
}

/** Longest array that is told to be empty: brackets, commas and blanks. Unit: UTF-16 code units. */
const longestEmpty = 200;

/** The whole array around a position that one of a text's problems is in, or that has no numbers; null for others. */
export function brokenArrayAt(
  text: string,
  problems: readonly Problem[],
  offset: number,
): BrokenArray | null {
  for (const from of arrayBrackets(text, offset)) {
    const broken = emptyAt(text, from) ?? (problems.length > 0 ? brokenFrom(text, from, problems) : null);
    if (broken && broken.to >= offset) {
      return { from, name: nameBefore(text, from, 0, blanksAt(text, from)), ...broken };
    }
  }
  return null;
}

/** The brackets around `offset` that can be those of an array, not of a call, outermost first. */
function arrayBrackets(text: string, offset: number): readonly number[] {
  const inside = text[offset] === '[' ? offset + 1 : offset;
  const brackets = enclosingBrackets(text, inside, 0);
  const end = brackets.findIndex((at) => text[at] === '{' || isAfterValue(text, at));
  return [...(end < 0 ? brackets : brackets.slice(0, end))].reverse();
}

/** The bracket of a call or a subscript. */
function isAfterValue(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isWordCode(before) || before === 93 || before === 41;
}

function brokenFrom(text: string, from: number, problems: readonly Problem[]) {
  const body = readBody(text, from, { blanks: blanksAt(text, from), limit: text.length });
  if (body.kind !== 'problem') return null;
  const { code, from: at } = body.problem;
  const problem = problems.find((one) => one.code === code && one.from === at);
  return problem ? { problem, to: body.to } : null;
}

function emptyAt(text: string, from: number) {
  const to = skipBalanced(text, from, Math.min(text.length, from + longestEmpty));
  if (!/^\[[[\](),\s]*\]$/.test(text.slice(from, to))) return null;
  const problem: Problem = {
    code: 'empty',
    message: l10n.t('expected numbers, got an empty array'),
    from,
    to,
  };
  return { problem, to };
}
