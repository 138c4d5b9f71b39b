import { gapAt, type Listed, placeWith } from './places';
import type { Part, TokenDump } from './tokenLogProbs';
import { type Collection, isCollection, type Value, valueIn } from './valueTree';

/** The lists beside each other of one text. */
const keys: readonly string[] = ['tokens', 'token_logprobs', 'top_logprobs', 'text_offset'];

/** Lists beside each other, as `tokens`, `token_logprobs`, `top_logprobs` and `text_offset` of OpenAI's completions. */
export function tokenLists(
  value: Collection,
  { value: part, parent }: Part,
): Omit<TokenDump, 'from' | 'to'> | null {
  const logProbs = listIn(value, 'token_logprobs');
  const isOfNumbers = logProbs?.every(({ kind }) => kind === 'number' || kind === 'null') ?? false;
  if (!logProbs || logProbs.length === 0 || !isOfNumbers) return null;
  const sameLength = (key: string) => {
    const list = listIn(value, key);
    return list?.length === logProbs.length ? list : null;
  };
  const [names, tops] = [sameLength('tokens'), sameLength('top_logprobs')];
  const tokens = logProbs.map((one, index) => {
    const name = names?.[index];
    const token = name?.kind === 'string' ? name.text : null;
    if (one.kind !== 'number') return { ...gapAt(one), token };
    return placeWith(one, { token, logProb: one.number }, listedIn(tops?.[index]));
  });
  const lists = value.entries.filter(({ key }) => key !== null && keys.includes(key));
  return { tokens, taken: part === parent ? lists.map(({ value: list }) => list) : [value] };
}

function listIn(value: Collection, key: string): readonly Value[] | null {
  const list = valueIn(value, key);
  return list?.kind === 'list' ? list.entries.map((entry) => entry.value) : null;
}

/** `{"b": -1.25, "c": -0.75}`. */
function listedIn(value: Value | undefined): readonly Listed[] {
  if (!value || !isCollection(value)) return [];
  return value.entries.flatMap(({ key, value: one }) =>
    one.kind === 'number' ? [{ token: key, logProb: one.number }] : [],
  );
}
