import type { TensorLiteral } from '../../text/literal';
import { readTensors } from '../../text/readTensors';
import type { TextRange } from '../../textRange';
import { LiteralList } from '../values/literalList';

/** Shorter lists are left to the parser. Unit: UTF-16 code units. */
const minLength = 400;

/** From here on lists that no constructor is given directly are taken out too: parsing them takes long. */
const longAnywhere = 20_000;

/** A list of numbers in a text. */
export type WrittenList = Pick<TensorLiteral, 'body' | 'tensor'>;

/** A text in which long lists of numbers are names, at the same places, and what these stand for. */
export interface ShortText {
  readonly text: string;
  readonly lists: ReadonlyMap<string, TextRange & { readonly list: LiteralList }>;
}

/**
 * Takes long lists of numbers out of the parser's way: those that are given to a constructor of tensors, where only
 * their values count, and very long ones. `written` are the lists of the text where they are known.
 */
export function withoutLongLists(text: string, written?: readonly WrittenList[]): ShortText {
  const lists = new Map<string, TextRange & { readonly list: LiteralList }>();
  if (text.length < minLength) return { text, lists };
  let short = '';
  let at = 0;
  for (const { body, tensor } of written ?? readTensors(text, { languageId: 'python' }).literals) {
    if (body.from < at || text[body.from] !== '[' || !isLong(text, body)) continue;
    const name = `_list_${lists.size}_`;
    lists.set(name, { list: new LiteralList(tensor), from: body.from, to: body.to });
    short += text.slice(at, body.from) + name + blank(text.slice(body.from + name.length, body.to));
    at = body.to;
  }
  return { text: short + text.slice(at), lists };
}

function isLong(text: string, { from, to }: TextRange): boolean {
  if (to - from < minLength) return false;
  const before = text.slice(Math.max(0, from - 40), from);
  return to - from >= longAnywhere || /(?:tensor|Tensor|array)\(\s*$/.test(before);
}

/** Line breaks stay, so that lines keep their numbers. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
