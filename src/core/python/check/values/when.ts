import type { Literal } from '../../syntax/ast';

/** What is known of one unknown quantity: that it is this, or that it is none of these. */
interface Fact {
  readonly is?: Literal;
  readonly isNot: readonly Literal[];
}

/**
 * Under which outcome of the conditions of the program something holds, by the text of the unknown quantity
 * (`args.loss` of one `parse_args()`). Empty: always.
 */
export type When = ReadonlyMap<string, Fact>;

export const always: When = new Map();

/** The quantity is `value`, or (with `holds` false) is not. */
export function whenEquals(key: string, value: Literal, holds: boolean): When {
  return new Map([[key, holds ? { is: value, isNot: [] } : { isNot: [value] }]]);
}

/** The quantity is none of these. */
export function whenNone(key: string, values: readonly Literal[]): When {
  return new Map([[key, { isNot: values }]]);
}

/** Both at once; null when they contradict each other. */
export function both(a: When, b: When): When | null {
  if (a.size === 0 || a === b) return b;
  if (b.size === 0) return a;
  const merged = new Map(a);
  for (const [key, fact] of b) {
    const known = merged.get(key);
    if (!known) merged.set(key, fact);
    else {
      const together = combine(known, fact);
      if (together === null) return null;
      merged.set(key, together);
    }
  }
  return merged;
}

function combine(a: Fact, b: Fact): Fact | null {
  if ('is' in a && 'is' in b) return a.is === b.is ? a : null;
  const isNot = [...new Set([...a.isNot, ...b.isNot])];
  const known = 'is' in a ? a : 'is' in b ? b : null;
  if (known === null) return isTruthFact(isNot) ? null : { isNot };
  return isNot.includes(known.is as Literal) ? null : known;
}

/** Neither true nor false: nothing is left. */
function isTruthFact(isNot: readonly Literal[]): boolean {
  return isNot.includes(true) && isNot.includes(false);
}
