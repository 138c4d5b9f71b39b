import type { Pair, ParsedText } from '../evaluation';
import { findPairs } from './findPairs';
import { inferRoles } from './inferRoles';

/** Every pair of a parsed text, in order. */
export function pairsOf({ literals, usage }: ParsedText): readonly Pair[] {
  return findPairs(literals, usage, inferRoles(literals));
}

/** The first pair one of whose tensors stands at `offset`, or null. */
export function pairAt(parsed: ParsedText, offset: number): Pair | null {
  const isAt = (literal: number | null) => {
    if (literal === null) return false;
    const { from, to, operations } = parsed.literals[literal];
    const outer = operations.at(-1) ?? { from, to };
    return offset >= Math.min(from, outer.from) && offset <= Math.max(to, outer.to);
  };
  return pairsOf(parsed).find(({ input, target, weight }) => [input, target, weight].some(isAt)) ?? null;
}
