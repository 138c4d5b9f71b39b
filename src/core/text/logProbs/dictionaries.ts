import { gapAt, type Listed, placeWith } from './places';
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

/**
 * A dictionary by the token's id for each place, as vLLM prints: `[{262: Logprob(logprob=-0.5, rank=1, …), …}, …]`. Which
 * token was chosen is known from the `token_ids` beside it, or where there is no other.
 */
export function dictionaries(list: Collection, { key, parent }: Part): Omit<TokenDump, 'from' | 'to'> | null {
  if (list.kind !== 'list' || !list.entries.some(({ value }) => isCollection(value))) return null;
  const isNamed =
    (key !== null && /logprobs$/i.test(key)) || list.entries.every(({ value }) => isOfIds(value));
  const ids = idsBeside(parent, key, list.entries.length);
  const tokens = list.entries.map(({ value }, index) => placeOf(value, isNamed, ids?.entries[index]?.value));
  const read = tokens.filter((token) => token !== null);
  return read.length === tokens.length ? { tokens: read, taken: [list, ...(ids ? [ids] : [])] } : null;
}

/** `{262: -0.5, 11: -1.25}`: numbers by tokens, none above 0. */
function isOfIds(value: Value): boolean {
  if (value.kind === 'null') return true;
  return (
    value.kind === 'object' &&
    value.entries.every(
      ({ key, value: one }) => /^\d+$/.test(key ?? '') && one.kind === 'number' && one.number <= 0,
    )
  );
}

function placeOf(value: Value, isNamed: boolean, id: Value | undefined): TokenLogProb | null {
  if (value.kind === 'null') return gapAt(value);
  if (value.kind !== 'object' || value.entries.length === 0) return null;
  const listed = value.entries.map((entry) => listedIn(entry, isNamed));
  if (listed.includes(null)) return null;
  const all = listed.filter((one) => one !== null);
  const byId = id?.kind === 'number' ? all.find(({ key }) => key === String(id.number)) : undefined;
  const chosen = byId ?? (id === undefined && all.length === 1 ? all[0] : { token: null, logProb: null });
  return placeWith(value, { token: chosen.token, logProb: chosen.logProb }, all);
}

/** `262: Logprob(logprob=-0.5, …)`, `"262": {"logprob": -0.5, …}`, and among log-probabilities `262: -0.5`. */
function listedIn({ key, value }: Entry, isNamed: boolean): (Listed & { readonly key: string }) | null {
  if (key === null) return null;
  if (isNamed && value.kind === 'number') return { key, token: key, logProb: value.number };
  const logProb = isCollection(value) ? numberIn(value, 'logprob') : null;
  return logProb === null ? null : { key, token: textIn(value, 'decoded_token') ?? key, logProb };
}

/** Larger objects are none that has the ids beside the dictionaries. */
const mostEntries = 100;

/** The ids of the tokens that the dictionaries are for. */
function idsBeside(parent: Collection, key: string | null, count: number): Collection | null {
  if (parent.entries.length > mostEntries) return null;
  const ids = valueIn(parent, key === 'prompt_logprobs' ? 'prompt_token_ids' : 'token_ids');
  return ids?.kind === 'list' && ids.entries.length === count ? ids : null;
}
