import type { TextRange } from '../textRange';
import { readBody } from './body/bodyReader';
import { blanksAt } from './characters/blanks';
import { skipBalanced } from './characters/tokens';
import { nameBefore } from './surroundings/nameBefore';

/** A list without numbers, which is no tensor by itself: `labels = []`, `"logits": [[], []]`. */
export interface EmptyArray extends TextRange {
  /** The variable, key or label that it is given to, or null. */
  readonly name: string | null;
  /** Holds a 0. */
  readonly shape: readonly number[];
}

/** A bracket and all behind it that can be of an empty list. */
const run = /\[[[\],\s]*/y;

/** Every empty list in a text that is no part of an expression, in order. */
export function emptyArrays(text: string): readonly EmptyArray[] {
  const found: EmptyArray[] = [];
  for (let from = text.indexOf('['); from >= 0; from = text.indexOf('[', run.lastIndex)) {
    run.lastIndex = from;
    run.test(text);
    const array = emptyArrayAt(text, from, run.lastIndex);
    if (array) found.push(array);
  }
  return found;
}

function emptyArrayAt(text: string, from: number, limit: number): EmptyArray | null {
  const to = skipBalanced(text, from, limit);
  if (text[to - 1] !== ']' || !/^[ \t]*(?:[,;})\]#\r\n]|\/\/|$)/.test(text.slice(to, to + 40))) return null;
  const blanks = blanksAt(text, from);
  const body = readBody(text, from, { blanks, limit: to });
  if (body.kind !== 'array' || body.to !== to) return null;
  return { name: nameBefore(text, from, 0, blanks), shape: body.shape, from, to };
}
