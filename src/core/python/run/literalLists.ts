import { readTensors } from '../../text/readTensors';
import type { TextRange } from '../../textRange';
import { LiteralList } from '../values/literalList';

/** Shorter lists are left to the parser. */
const minLength = 400;

/** A text in which long lists of numbers are names, at the same places, and what these stand for. */
export interface ShortText {
  readonly text: string;
  readonly lists: ReadonlyMap<string, TextRange & { readonly list: LiteralList }>;
}

/**
 * Takes long lists of numbers out of the parser's way: those that are given to a constructor of tensors, where only
 * their values count.
 */
export function withoutLongLists(text: string): ShortText {
  const lists = new Map<string, TextRange & { readonly list: LiteralList }>();
  if (text.length < minLength) return { text, lists };
  let short = '';
  let at = 0;
  for (const { body, tensor } of readTensors(text, { languageId: 'python' }).literals) {
    const isLong = body.to - body.from >= minLength && text[body.from] === '[';
    if (
      !isLong ||
      body.from < at ||
      !/(?:tensor|Tensor|array)\(\s*$/.test(text.slice(Math.max(at, body.from - 40), body.from))
    )
      continue;
    const name = `_list_${lists.size}_`;
    lists.set(name, { list: new LiteralList(tensor), from: body.from, to: body.to });
    short += text.slice(at, body.from) + name + blank(text.slice(body.from + name.length, body.to));
    at = body.to;
  }
  return { text: short + text.slice(at), lists };
}

/** Line breaks stay, so that lines keep their numbers. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
