import { lossKeys } from '../../loss/lossKeys';
import { shownLosses } from '../../python/torch/shownLosses';
import type { TextRange } from '../../textRange';
import type { Pair, ParsedText } from '../evaluation';
import { isTargetPair } from './isTargetPair';
import { pairsOf } from './pairsOf';

/** Where a pair stands. */
export interface PairPlace extends TextRange {
  readonly pair: Pair;
  /** What to select for the pair to be read as it stands here: its call, or its tensors. */
  readonly ranges: readonly TextRange[];
  /** How often the call here is made with other tensors, as in a loop; `pair` is the first time. 1 at tensors. */
  readonly numCalls: number;
}

/**
 * The places of all pairs that belong together for certain, in the order of the text: each call of one of the shown
 * losses whose arguments are known, and written tensors that a name marks as input or target.
 */
export function knownPlaces(parsed: ParsedText): readonly PairPlace[] {
  const places = new Map<string, PairPlace>();
  const add = (place: PairPlace) => {
    const key = keyOf(place);
    if (!places.has(key)) places.set(key, place);
  };
  const pairs = pairsOf(parsed);
  for (const place of callPlaces(parsed, pairs).values()) if (isOfShownLoss(parsed, place)) add(place);
  for (const pair of pairs) if (isWritten(parsed, pair)) add(atTensors(parsed, pair));
  return [...places.values()].sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The first pair one of whose tensors stands at `offset`, else that of the innermost call there; null for none. */
export function placeAt(parsed: ParsedText, offset: number): PairPlace | null {
  const isThere = ({ from, to }: TextRange) => from <= offset && offset <= to;
  const pairs = pairsOf(parsed);
  const pair = pairs.find((one) => atTensors(parsed, one).ranges.some(isThere));
  return pair ? atTensors(parsed, pair) : callAt(parsed, offset);
}

/** The innermost call at `offset` whose arguments are known; null for none. */
export function callAt(parsed: ParsedText, offset: number): PairPlace | null {
  const around = [...callPlaces(parsed, pairsOf(parsed)).values()].filter(
    ({ from, to }) => from <= offset && offset <= to,
  );
  return around.sort((a, b) => a.to - a.from - (b.to - b.from))[0] ?? null;
}

/** True for a pair that a call joins, or that names and shapes mark as one, be it that the target is empty. */
export function isKnownPair(parsed: ParsedText, pair: Pair): boolean {
  return pair.call !== null || isTargetPair(parsed.literals, pair) || emptyTargets(parsed, pair).length > 0;
}

/** The calls by where they stand. */
function callPlaces({ usage }: ParsedText, pairs: readonly Pair[]): ReadonlyMap<string, PairPlace> {
  const places = new Map<string, PairPlace>();
  for (const pair of pairs) {
    if (pair.call === null) continue;
    const { from, to } = usage.calls[pair.call];
    const key = keyOf({ from, to });
    const first = places.get(key) ?? { from, to, pair, ranges: [{ from, to }], numCalls: 0 };
    places.set(key, { ...first, numCalls: first.numCalls + 1 });
  }
  return places;
}

function isOfShownLoss({ usage }: ParsedText, { pair }: PairPlace): boolean {
  return lossKeys.some((key) => pair.call !== null && usage.calls[pair.call].loss === shownLosses[key].name);
}

/** True for two written tensors of which a name or more tells that they belong together. */
function isWritten({ literals }: ParsedText, pair: Pair): boolean {
  const parts = [pair.input, pair.target].map(
    (index) => index !== null && literals[index].form !== 'expression',
  );
  return !parts.includes(false) && isTargetPair(literals, pair);
}

function atTensors(parsed: ParsedText, pair: Pair): PairPlace {
  const { from, to } = pair;
  const ranges = [...tensorRanges(parsed, pair), ...emptyTargets(parsed, pair)];
  return { from, to, pair, ranges, numCalls: 1 };
}

/** The empty lists that an input without a target stands beside. */
function emptyTargets({ empty }: ParsedText, { target }: Pair): readonly TextRange[] {
  const targets = target === null ? empty.filter(({ role }) => role !== 'input') : [];
  return targets.map(({ from, to }) => ({ from, to }));
}

/** Where input, target and weight stand, with the operations around them. */
export function tensorRanges(
  { literals }: ParsedText,
  { input, target, weight }: Pair,
): readonly TextRange[] {
  return [input, target, weight].flatMap((index) => {
    if (index === null) return [];
    const { from, to, operations } = literals[index];
    const outer = operations.at(-1) ?? { from, to };
    return [{ from: Math.min(from, outer.from), to: Math.max(to, outer.to) }];
  });
}

function keyOf({ from, to }: TextRange): string {
  return `${from}:${to}`;
}
