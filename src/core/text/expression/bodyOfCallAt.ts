import { readBody } from '../body/bodyReader';
import type { ArrayBody } from '../body/bodyResult';
import { openingBracket } from '../body/enclosingBrackets';
import { readScalar } from '../body/scalar';
import { blanksAt, skipBlanks } from '../characters/blanks';
import { endOfPath, isWordCode, startOfPath } from '../characters/characters';
import { skipBalanced } from '../characters/tokens';
import { formOf } from '../forms/allForms';
import { isWrapper, operationOf, operationOfModule } from './knownCalls';

/** Calls inside calls that are followed, and methods in a chain: more are written by no one. */
const maxSteps = 16;

/** Longest dotted name that is looked at. */
const maxPath = 80;

/**
 * The brackets of the tensor that a call belongs to, for a position in the call's name or among its arguments:
 * `torch.tensor` and `dtype` in `torch.tensor([1], dtype=torch.int8)`, `dim` in `F.softmax(x, dim=1)`.
 */
export function bodyOfCallAt(
  text: string,
  offset: number,
  brackets: readonly number[],
  floor: number,
  limit: number,
): ArrayBody | null {
  const nameEnd =
    isWordCode(text.charCodeAt(offset)) || text[offset] === '.'
      ? endOfPath(text, offset, Math.min(limit, offset + maxPath))
      : -1;
  const candidates = text[nameEnd] === '(' ? [nameEnd, ...brackets.slice(0, 2)] : brackets.slice(0, 2);
  for (const open of candidates) {
    const body = text[open] === '(' ? bodyInCall(text, open, floor, limit) : null;
    if (body) return body;
  }
  return null;
}

/** Follows the first argument of the call whose parenthesis stands at `start` down to a list or a number. */
function bodyInCall(text: string, start: number, floor: number, limit: number): ArrayBody | null {
  let open = start;
  for (let step = 0; step < maxSteps && open >= floor && open < limit; step++) {
    const from = startOfPath(text, open, floor);
    const callee = text.slice(from, open);
    if (callee.startsWith('.')) {
      open = receiverOf(text, from, floor);
      continue;
    }
    if (operationOfModule(callee) && !operationOf(callee)) {
      open = skipBalanced(text, open, limit);
      if (text[open] !== '(') return null;
    } else if (callee !== '' && !formOf(callee) && !isWrapper(callee) && !operationOf(callee)) return null;
    const next = argumentOf(text, open, callee, limit);
    if (typeof next !== 'number') return next;
    open = next;
  }
  return null;
}

/** The parenthesis of the call that a method is called on, or -1. */
function receiverOf(text: string, dot: number, floor: number): number {
  return text[dot - 1] === ')' ? openingBracket(text, dot - 1, floor) : -1;
}

/** The first argument as a body; or, when it is a call, where the parenthesis of that stands. */
function argumentOf(text: string, open: number, callee: string, limit: number): ArrayBody | null | number {
  const blanks = blanksAt(text, open);
  const first = skipBlanks(text, open + 1, limit, blanks);
  const keyword = /^(?:data|object|value|input)\s*=\s*/.exec(text.slice(first, first + 20));
  const from = first + (keyword?.[0].length ?? 0);
  if (text[from] === '[' || (text[from] === '(' && formOf(callee))) {
    const body = readBody(text, from, { blanks: blanksAt(text, from), limit });
    return body.kind === 'array' ? body : null;
  }
  if (formOf(callee)) {
    const number = formOf(callee)?.numbers === 'values' ? readScalar(text, from) : null;
    if (number) return number;
  }
  const to = endOfPath(text, from, Math.min(limit, from + maxPath));
  return to < limit && text[to] === '(' ? to : null;
}
