import { brokenArrayAt } from '../../text/brokenArrayAt';
import type { TextRange } from '../../textRange';
import type { ParsedText } from '../evaluation';
import { knownPlaces, placeAt, tensorRanges } from './pairPlaces';
import { pairsOf } from './pairsOf';

/**
 * What to select of a text for what stands at `offset`: the pair there, else a tensor (with the empty lists that are its
 * input), an empty list or an array that cannot be read, else the known pair or dump of tokens that is nearest. Empty
 * when there is nothing of all that.
 */
export function rangesAt(text: string, parsed: ParsedText, offset: number): readonly TextRange[] {
  const place = placeAt(parsed, offset);
  if (place) return place.ranges;
  const isThere = ({ from, to }: TextRange) => from <= offset && offset <= to;
  const dump = parsed.tokenLogProbs.find(isThere);
  if (dump) return [{ from: dump.from, to: dump.to }];
  const literal = parsed.literals.find(isThere);
  const empty = parsed.empty.filter((part) => (literal ? part.role !== 'target' : isThere(part)));
  if (literal || empty.length > 0)
    return [...(literal ? [literal] : []), ...empty].map(({ from, to }) => ({ from, to }));
  const broken = brokenArrayAt(text, parsed.problems, offset);
  if (broken && broken.problem.code !== 'empty') return [{ from: broken.from, to: broken.to }];
  const distance = ({ from, to }: TextRange) => Math.max(from - offset, offset - to);
  const all = parsed.tokenLogProbs.map(({ from, to }) => ({ from, to }));
  const dumps = all.map((dump) => ({ ...dump, ranges: all }));
  const [nearest] = [...knownPlaces(parsed), ...dumps].sort((a, b) => distance(a) - distance(b));
  return nearest?.ranges ?? [];
}

/** The tensors of a pair of which no more than the target is selected; null when anything else is. */
export function rangesOfTarget(
  parsed: ParsedText,
  selected: readonly TextRange[],
): readonly TextRange[] | null {
  const isSelected = (range: TextRange) =>
    selected.some(({ from, to }) => range.from < to && from < range.to);
  const isChosen = (index: number | null) => index !== null && isSelected(parsed.literals[index].body);
  if (parsed.usage.calls.some(isSelected)) return null;
  const pairs = pairsOf(parsed);
  if (pairs.some(({ input }) => isChosen(input))) return null;
  const pair = pairs.find(({ target }) => isChosen(target));
  return pair ? tensorRanges(parsed, pair) : null;
}
