import type { Pair, ParsedText } from '../evaluation';
import { findPairs } from './findPairs';
import { inferRoles } from './inferRoles';

/** The pairs of texts that are still asked about, as hovers do again and again. */
const known = new WeakMap<ParsedText, readonly Pair[]>();

/** Every pair of a parsed text, in order. */
export function pairsOf(parsed: ParsedText): readonly Pair[] {
  const pairs = known.get(parsed) ?? findPairs(parsed.literals, parsed.usage, inferRoles(parsed.literals));
  known.set(parsed, pairs);
  return pairs;
}
