import type { TextRange } from '../../textRange';
import { endOfString } from '../characters/characters';

/** A value of JSON, or of what Python prints: a dictionary, a list, a tuple, or a call such as `Logprob(…)`. */
export type Value = TextRange &
  (
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'string'; readonly text: string }
    /** `null`, `None`, `…`, and what closes a list that the text ends in. */
    | { readonly kind: 'null' }
    | { readonly kind: 'word'; readonly text: string }
    | Collection
  );

/** Values in brackets, and the whole text. */
export interface Collection extends TextRange {
  readonly kind: 'list' | 'object';
  readonly entries: Entry[];
}

export interface Entry {
  /** Before `:` or `=`; null for none. */
  readonly key: string | null;
  readonly value: Value;
}

/** Longer ones are passed over. Unit: UTF-16 code units. */
const longestString = 2000;

const skipped = /[\s,]+/y;
const number = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;
const special = /[-+]?(?:inf|Infinity|nan|NaN)\b/y;
const word = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const nothing = /(?:null|None|undefined)\b|\.\.\.|…/y;

/** All values of a text in one pass; whatever is none of them is passed over. */
export function valueTree(text: string): Collection {
  return new TreeReader(text).read();
}

class TreeReader {
  private readonly open: { readonly collection: Collection; readonly key: string | null }[] = [];
  private collection: Collection;
  private key: string | null = null;

  constructor(private readonly text: string) {
    this.collection = { kind: 'object', entries: [], from: 0, to: text.length };
  }

  read(): Collection {
    const { text } = this;
    for (let at = endOf(skipped, text, 0); at < text.length; at = endOf(skipped, text, at))
      at = this.step(text[at], at);
    while (this.open.length > 0) this.cut();
    return this.collection;
  }

  /** Where it goes on. */
  private step(character: string, at: number): number {
    if ('{[('.includes(character)) this.begin(character, at);
    else if ('}])'.includes(character)) this.end(at + 1);
    else if (character === ':' || character === '=') this.nameNext();
    else {
      const value = simpleValue(this.text, at);
      if (value) this.add(value);
      return value?.to ?? at + 1;
    }
    return at + 1;
  }

  private add(value: Value): void {
    this.collection.entries.push({ key: this.key, value });
    this.key = null;
  }

  private begin(character: string, at: number): void {
    const { entries } = this.collection;
    const callee = entries.at(-1)?.value;
    const isCall = character === '(' && callee?.kind === 'word' && callee.to === at;
    if (isCall) this.key = entries.pop()?.key ?? null;
    this.open.push({ collection: this.collection, key: this.key });
    const kind = character === '{' || isCall ? 'object' : 'list';
    this.collection = { kind, entries: [], from: isCall ? callee.from : at, to: this.text.length };
    this.key = null;
  }

  private end(to: number): void {
    const outer = this.open.pop();
    if (!outer) return;
    const closed = { ...this.collection, to };
    this.collection = outer.collection;
    this.key = outer.key;
    this.add(unwrapped(closed));
  }

  /** The text ends in brackets: what else they would hold is a gap. */
  private cut(): void {
    const to = this.text.length;
    if (this.collection.kind === 'list') this.add({ kind: 'null', from: to, to });
    this.end(to);
  }

  private nameNext(): void {
    const { entries } = this.collection;
    const key = keyOf(entries.at(-1));
    if (key === null) return;
    entries.pop();
    this.key = key;
  }
}

/** The value in brackets, or the number alone that is written as `np.float64(-0.5)`. */
function unwrapped(collection: Collection): Value {
  const [only, ...others] = collection.entries;
  const isNumber = collection.kind === 'object' && others.length === 0 && only?.value.kind === 'number';
  return isNumber && only.key === null ? only.value : collection;
}

/** What is written before `:` or `=`, where it has no key itself. */
function keyOf(entry: Entry | undefined): string | null {
  if (!entry || entry.key !== null) return null;
  const { value } = entry;
  if (value.kind === 'number') return String(value.number);
  return value.kind === 'string' || value.kind === 'word' ? value.text : null;
}

function simpleValue(text: string, from: number): Value | null {
  const to = endOf(number, text, from);
  if (to > from) return { kind: 'number', number: Number(text.slice(from, to)), from, to };
  const specialTo = endOf(special, text, from);
  if (specialTo > from)
    return { kind: 'number', number: specialNumber(text.slice(from, specialTo)), from, to: specialTo };
  const nullTo = endOf(nothing, text, from);
  if (nullTo > from) return { kind: 'null', from, to: nullTo };
  const wordTo = endOf(word, text, from);
  if (wordTo > from) return { kind: 'word', text: text.slice(from, wordTo), from, to: wordTo };
  return stringAt(text, from);
}

function specialNumber(written: string): number {
  if (/nan/i.test(written)) return Number.NaN;
  return written.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** A string as it is written, escapes included; an apostrophe in a word opens none. */
function stringAt(text: string, from: number): Value | null {
  const isQuote = text[from] === '"' || text[from] === "'";
  if (!isQuote || /[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return null;
  const to = endOfString(text, from, Math.min(text.length, from + longestString));
  return to < 0 ? null : { kind: 'string', text: text.slice(from + 1, to - 1), from, to };
}

/** Where a pattern ends that starts at an offset; the offset itself where it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

export function isCollection(value: Value): value is Collection {
  return value.kind === 'list' || value.kind === 'object';
}

/** What a collection has under a key; null for nothing. */
export function valueIn(value: Value, key: string): Value | null {
  if (!isCollection(value)) return null;
  return value.entries.find((entry) => entry.key === key)?.value ?? null;
}

export function numberIn(value: Value, key: string): number | null {
  const found = valueIn(value, key);
  return found?.kind === 'number' ? found.number : null;
}

export function textIn(value: Value, key: string): string | null {
  const found = valueIn(value, key);
  return found?.kind === 'string' ? found.text : null;
}
