import { type Blanks, skipBlanks } from '../characters/blanks';
import type { ElementNode } from './elementTree';

/** Writes the element at a flat index of the edited tensor; '' stands for no number to replace. */
export type WriteValue = (index: number, old: string) => string;

/** The blanks, line breaks and commas of a stretch between two elements, without its comments. */
export function withoutComments(text: string, from: number, to: number, blanks: Blanks): string {
  let kept = '';
  for (let at = from; at < to; ) {
    const char = text[at];
    const isComment = char === '#' || (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*'));
    if (!isComment) {
      kept += char;
      at++;
      continue;
    }
    const next = skipBlanks(text, at, to, blanks);
    const skipped = text.slice(at, next);
    const lineBreak = char === '#' || text[at + 1] === '/' ? skipped.indexOf('\n') : -1;
    kept = lineBreak < 0 ? kept : kept.trimEnd();
    at = lineBreak < 0 ? Math.max(next, at + 1) : at + lineBreak;
  }
  return kept;
}

/** What stands between two neighbours, without comments: that of the last pair, or what is usual. */
export function separatorOf(
  text: string,
  children: readonly ElementNode[],
  blanks: Blanks,
  hasCommas: boolean,
): string {
  const [before, after] = children.slice(-2);
  if (!after) return hasCommas ? ', ' : ' ';
  return withoutComments(text, before.to, after.from, blanks);
}

/** A new element laid out as `template` is; `sizes` are those of the edited tensor from its dimension on. */
export function newElement(
  text: string,
  template: ElementNode,
  sizes: readonly number[],
  offset: number,
  write: WriteValue,
  blanks: Blanks,
  hasCommas: boolean,
): string {
  const { children } = template;
  if (children === null) return write(offset, text.slice(template.from, template.to));
  const [size, ...inner] = sizes;
  const stride = inner.reduce((product, one) => product * one, 1);
  const last = children.length - 1;
  const usual = separatorOf(text, children, blanks, hasCommas);
  let made = withoutComments(text, template.from, children[0].from, blanks);
  for (let i = 0; i < size; i++) {
    const isBetween = i > 0 && i <= last;
    if (i > 0)
      made += isBetween ? withoutComments(text, children[i - 1].to, children[i].from, blanks) : usual;
    const like = children[Math.min(i, last)];
    made += newElement(text, like, inner, offset + i * stride, write, blanks, hasCommas);
  }
  const end = withoutComments(text, children[last].to, template.to, blanks);
  const isTupleOfOne = size === 1 && text[template.from] === '(' && !end.includes(',');
  return made + (isTupleOfOne ? ',' : '') + end;
}
