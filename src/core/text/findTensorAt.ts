import { readBody } from './body/bodyReader';
import type { ArrayBody } from './body/bodyResult';
import { enclosingBrackets } from './body/enclosingBrackets';
import { blanksAt, skipBlanksBack } from './characters/blanks';
import { isWordCode, startOfPath } from './characters/characters';
import { bodyOfCallAt } from './expression/bodyOfCallAt';
import { type Expression, expressionOf } from './expression/expression';
import { growOutward } from './expression/growOutward';
import { takesSizes } from './expression/knownCalls';
import { toLiteral } from './expression/toLiteral';
import type { TensorLiteral } from './literal';
import { isBareTensor } from './surroundings/surroundings';

/**
 * How many characters are looked at on each side of the position. A literal that reaches further is not found,
 * so that an answer takes less than a millisecond in a text of any length.
 */
const reach = 32_768;

/** Most characters that are read as arrays, over all brackets tried: twice what is in reach. */
const maxRead = 4 * reach;

/**
 * The whole array literal around a position, with its constructor and the operations around it, which are part
 * of where it is found: the tensor, not one row of it. Null where no clean numeric tensor stands. Reads only
 * what is near `offset`. Operations that cannot be evaluated end the expression; the literal is as it stands.
 */
export function findTensorAt(text: string, offset: number): TensorLiteral | null {
  if (offset < 0 || offset > text.length) return null;
  const found = tensorOver(text, offset);
  const isAfter = offset > 0 && (text[offset - 1] === ']' || text[offset - 1] === ')');
  return found ?? (isAfter ? tensorOver(text, offset - 1) : null);
}

/** As `findTensorAt`, for the character at `offset`. */
function tensorOver(text: string, offset: number): TensorLiteral | null {
  const floor = Math.max(0, offset - reach);
  const limit = Math.min(text.length, offset + reach);
  const isOpening = text[offset] === '[' || text[offset] === '(';
  const brackets = enclosingBrackets(text, isOpening ? offset + 1 : offset, floor);
  const inside = wholeBody(text, brackets, floor, limit);
  if (inside === 'broken') return null;
  const body = inside ?? bodyOfCallAt(text, offset, brackets, floor, limit);
  if (body === null) return null;
  const expression = expressionOf(text, body, blanksAt(text, body.from), floor, limit);
  growOutward(expression);
  const isReadable = expression.problem === null || expression.problem.code === 'unsupported-operation';
  const isAround = expression.from <= offset && offset < Math.max(expression.to, body.to);
  if (!isReadable || !(isAround || expression.problem !== null)) return null;
  if (expression.construction === null && !isData(expression, brackets)) return null;
  return toLiteral(expression);
}

/** The outermost of the brackets that is still an array; null when not even the innermost is one. */
function wholeBody(
  text: string,
  brackets: readonly number[],
  floor: number,
  limit: number,
): ArrayBody | 'broken' | null {
  let body: ArrayBody | null = null;
  let charsRead = 0;
  for (const at of brackets) {
    const callee = text.slice(startOfPath(text, at, Math.max(floor, at - 80)), at);
    if (callee === 'float' && body === null) continue;
    if (text[at] === '{' || callee !== '' || isAfterValue(text, at)) return body;
    const read = readBody(text, at, { blanks: blanksAt(text, at), limit });
    if (read.kind === 'other') return body;
    if (read.kind === 'problem') return 'broken';
    charsRead += read.to - at;
    if (charsRead > maxRead) return 'broken';
    body = read;
  }
  return body && isCut(text, body, floor) ? 'broken' : body;
}

function isAfterValue(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isWordCode(before) || before === 93 || before === 41;
}

/** True when the array goes on as a row of one whose bracket is out of reach. */
function isCut(text: string, body: ArrayBody, floor: number): boolean {
  if (floor === 0) return false;
  const before = skipBlanksBack(text, body.from, floor, blanksAt(text, body.from));
  return before <= floor || ',[(]'.includes(text[before - 1]);
}

function isData(expression: Expression, brackets: readonly number[]): boolean {
  const { text, from, floor } = expression;
  const outer = brackets.find((at) => at < from);
  const callee = outer === undefined ? '' : text.slice(startOfPath(text, outer, floor), outer);
  return isBareTensor(expression, {
    isInCall: outer !== undefined && text[outer] === '(' && callee !== '',
    isAmongSizes: takesSizes(callee),
    isInBracket: outer !== undefined,
    lastTo: -1,
  });
}
