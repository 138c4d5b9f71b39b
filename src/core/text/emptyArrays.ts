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

/** Every empty list in a text that is no part of an expression, in order. */
export function emptyArrays(text: string): readonly EmptyArray[] {
  return [...text.matchAll(/\[[[\],\s]*/g)].flatMap(({ 0: run, index: from }) => {
    const to = skipBalanced(text, from, from + run.length);
    const isWhole = /^[ \t]*(?:[,;})\]#\r\n]|\/\/|$)/.test(text.slice(to, to + 40));
    if (text[to - 1] !== ']' || !isWhole) return [];
    const blanks = blanksAt(text, from);
    const body = readBody(text, from, { blanks, limit: to });
    if (body.kind !== 'array' || body.to !== to) return [];
    return [{ name: nameBefore(text, from, 0, blanks), shape: body.shape, from, to }];
  });
}
