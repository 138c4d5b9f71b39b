import type { Pair, ParsedText } from '../evaluation';
import { findPairs } from './findPairs';
import { inferRoles } from './inferRoles';

/** Every pair of a parsed text, in order. */
export function pairsOf({ literals, usage }: ParsedText): readonly Pair[] {
  return findPairs(literals, usage, inferRoles(literals));
}
