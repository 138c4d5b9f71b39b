import type { TextRange } from '../../textRange';
import type { Part, TokenDump, TokenLogProb } from './tokenLogProbs';
import {
  type Collection,
  type Entry,
  isCollection,
  numberIn,
  textIn,
  type Value,
  valueIn,
} from './valueTree';

/** What the tokens that could have come instead are listed under. */
const alternativeKeys = ['top_logprobs', 'topLogprobs', 'top_probs', 'probs', 'top_tokens'] as const;

/** True for the key of what could have come at one place. */
export function isAlternatives(key: string | null): boolean {
  return alternativeKeys.some((one) => one === key);
}

/**
 * A list with an object for each place: `{"token": …, "logprob": …, "top_logprobs": […]}`, and llama.cpp's
 * `{"content": …, "probs": […]}`. Objects one below the other are such a list too.
 */
export function places(list: Collection, { value, parent }: Part): Omit<TokenDump, 'from' | 'to'> | null {
  const isRoot = value === parent;
  const entries = isRoot
    ? list.entries.filter(({ key, value: one }) => key === null && placeOf(one))
    : list.entries;
  if (!isRoot && list.kind !== 'list') return null;
  const tokens = entries
    .filter(({ value: one }) => !isCutOff(one, list))
    .map(({ value: one }) => (one.kind === 'null' ? gapAt(one) : placeOf(one)));
  const read = tokens.filter((token) => token !== null);
  const isSequence = read.length === tokens.length && entries.some(({ value: one }) => isCollection(one));
  if (!isSequence || isOnePlace(entries, read)) return null;
  return { tokens: read, taken: isRoot ? read.map(({ from, to }) => ({ from, to })) : [list] };
}

/** True for what the text ends in before it says anything; the gap behind it tells of it. */
function isCutOff(value: Value, list: Collection): boolean {
  return isCollection(value) && value.to === list.to && placeOf(value) === null;
}

/** Where nothing is known. */
export function gapAt({ from, to }: TextRange): TokenLogProb {
  return { token: null, logProb: null, numListed: 0, listedSum: 0, from, to };
}

/** The place of a chosen token and of all that are listed for it, which may hold the chosen one. */
export function placeWith({ from, to }: TextRange, chosen: Listed, listed: readonly Listed[]): TokenLogProb {
  if (chosen.logProb !== null && chosen.logProb > mostRounded)
    return { ...gapAt({ from, to }), token: chosen.token };
  const isListed = listed.some(({ token, logProb }) => token === chosen.token && logProb === chosen.logProb);
  const all = [...listed, ...(isListed ? [] : [chosen])].flatMap(({ logProb }) => logProb ?? []);
  const listedSum = all.reduce((sum, logProb) => sum + Math.exp(logProb), 0);
  return { ...chosen, numListed: all.length, listedSum, from, to };
}

/** Numbers above are no logarithms of probabilities, but for what 16-bit types round. */
const mostRounded = 1e-2;

/** A token with the log of its probability. */
export interface Listed {
  readonly token: string | null;
  readonly logProb: number | null;
}

function placeOf(value: Value): TokenLogProb | null {
  if (!isCollection(value)) return null;
  const alternatives = alternativeKeys
    .map((key) => valueIn(value, key))
    .find((one) => one && isCollection(one));
  const listed =
    alternatives && isCollection(alternatives)
      ? alternatives.entries.flatMap(({ value: one }) => (isCollection(one) ? (listedOf(one) ?? []) : []))
      : [];
  const content = textIn(value, 'content');
  if (content !== null && listed.length > 0) {
    const chosen = listed.find(({ token }) => token === content);
    return placeWith(value, { token: content, logProb: chosen?.logProb ?? null }, listed);
  }
  const chosen = listedOf(value);
  return chosen && placeWith(value, chosen, listed);
}

/** A token by itself, as in `{"token": …, "logprob": …}`; null for anything else. */
export function listedOf(value: Collection): Listed | null {
  const hasId = valueIn(value, 'id') !== null;
  const token =
    textIn(value, 'token') ??
    textIn(value, 'decoded_token') ??
    textIn(value, 'tok_str') ??
    (hasId ? textIn(value, 'text') : null);
  if (token === null) return null;
  for (const key of ['logprob', 'logProbability']) {
    const written = valueIn(value, key);
    if (written) return { token, logProb: written.kind === 'number' ? written.number : null };
  }
  const prob = numberIn(value, 'prob');
  return prob === null ? null : { token, logProb: Math.log(prob) };
}

/** True for tokens that could be the alternatives of a single place: falling, and together not more than certain. */
function isOnePlace(entries: readonly Entry[], tokens: readonly TokenLogProb[]): boolean {
  const isPlain = entries.every(
    ({ value }) => isCollection(value) && !alternativeKeys.some((key) => valueIn(value, key)),
  );
  const sum = tokens.reduce((all, { logProb }) => all + Math.exp(logProb ?? 0), 0);
  const isFalling = tokens.every(
    ({ logProb }, i) => i === 0 || (logProb ?? 0) <= (tokens[i - 1].logProb ?? 0),
  );
  return isPlain && tokens.length > 1 && isFalling && sum < 1 + roundingOfPrints;
}

/** How much the probabilities of a place may sum to more than 1, each being rounded. */
const roundingOfPrints = 1e-3;
