import type { TextRange } from '../../textRange';
import { blanks } from '../pasted/dialect';
import { replaced } from '../pasted/outerSpans';
import { dictionaries } from './dictionaries';
import { isAlternatives, places } from './places';
import { tokenLists } from './tokenLists';
import { type Collection, isCollection, type Value, valueTree } from './valueTree';

/** One place of a text that a language model wrote or scored. The range is what the dump says of it. */
export interface TokenLogProb extends TextRange {
  /** As it is written, escapes included; null where the dump does not say it. */
  readonly token: string | null;
  /** Natural log of its probability; null for a gap: there is none, or the chosen token is not said. */
  readonly logProb: number | null;
  /** How many tokens are listed here with their probability. */
  readonly numListed: number;
  /** Sum of their probabilities: below 1 where the rest of the vocabulary is left out. */
  readonly listedSum: number;
}

/** The tokens of one text in order, as an interface of language models gives them. */
export interface TokenLogProbs extends TextRange {
  readonly tokens: readonly TokenLogProb[];
}

/** The tokens of one text, and the parts of the dump whose numbers are no tensors. */
export interface TokenDump extends TokenLogProbs {
  readonly taken: readonly TextRange[];
}

/** A part of a text, and what it stands in. */
export interface Part {
  readonly value: Value;
  readonly key: string | null;
  readonly parent: Collection;
}

/** What no text with log-probabilities of tokens is without: words, or a dictionary of numbers. */
const mark = /logprob|completion_probabilities|logProbability|\{\d{1,9}: ?-\d/i;

const forms: readonly ((value: Collection, part: Part) => Omit<TokenDump, 'from' | 'to'> | null)[] = [
  tokenLists,
  places,
  dictionaries,
];

/**
 * The log-probabilities of tokens in a text: of OpenAI (`content`, `token_logprobs`), vLLM (`Logprob(…)` by the token),
 * llama.cpp (`completion_probabilities`), and all that have a `token` and its `logprob` for each place.
 */
export function tokenDumps(text: string): readonly TokenDump[] {
  if (!mark.test(text)) return [];
  const dumps: TokenDump[] = [];
  const root = valueTree(text);
  const waiting: Part[] = [{ value: root, key: null, parent: root }];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { value, key } = part;
    if (!isCollection(value) || isAlternatives(key)) continue;
    const dump = dumpOf(value, part);
    if (dump) dumps.push(dump);
    if (!dump || value === root) for (const entry of value.entries) waiting.push({ ...entry, parent: value });
  }
  return dumps.sort((a, b) => a.from - b.from);
}

/** A text with blanks in place of its dumps; everything else stays at its place. */
export function withoutDumps(text: string, dumps: readonly TokenDump[]): string {
  const parts = dumps.flatMap(({ taken }) => taken);
  return replaced(
    text,
    parts
      .map(({ from, to }) => ({ from, to, text: blanks(text.slice(from, to)) }))
      .sort((a, b) => a.from - b.from),
  );
}

function dumpOf(value: Collection, part: Part): TokenDump | null {
  for (const form of forms) {
    const found = form(value, part);
    if (!found) continue;
    const from = Math.min(...found.taken.map((range) => range.from));
    return { ...found, from, to: Math.max(...found.taken.map((range) => range.to)) };
  }
  return null;
}
