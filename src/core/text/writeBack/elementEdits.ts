import { newIndex, type TensorEdit } from '../../tensor/tensorEdit';
import { type Blanks, skipBlanks } from '../characters/blanks';
import type { ElementNode } from './elementTree';
import { newElement, separatorOf, type WriteValue } from './newElement';

/** A change of a text: what stands from `from` to `to` becomes `text`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What it takes to change the elements of a literal where they stand. */
export interface ElementChange {
  readonly text: string;
  readonly blanks: Blanks;
  /** Sizes of the edited tensor. */
  readonly shape: readonly number[];
  readonly dims: NonNullable<TensorEdit['dims']>;
  /** True when the elements have commas between them. */
  readonly hasCommas: boolean;
  /** The text of a kept number that has another value, or null. */
  readonly changed: (index: number, old: string) => string | null;
  readonly write: WriteValue;
}

/** Where a child ends with all that belongs to it. */
interface Ending {
  /** Offset of the comma after the child, -1 for none. */
  readonly comma: number;
  /** After the comma and a comment in the same line. */
  readonly end: number;
  /** True when nothing else stands in that line. */
  readonly endsLine: boolean;
}

/** The edits that make the elements of `node` those of the edited tensor; `offset` is its first flat index there. */
export function elementEdits(
  change: ElementChange,
  node: ElementNode,
  dim: number,
  offset: number,
): readonly TextEdit[] {
  const { text, shape, dims } = change;
  const { children } = node;
  if (children === null) {
    const made = change.changed(offset, text.slice(node.from, node.to));
    return made === null ? [] : [{ from: node.from, to: node.to, text: made }];
  }
  const stride = shape.slice(dim + 1).reduce((product, size) => product * size, 1);
  const order = dims[dim];
  if (!order) {
    return children.flatMap((child, i) => elementEdits(change, child, dim + 1, offset + i * stride));
  }
  const kept = order.flatMap((source, i) =>
    source === newIndex ? [] : elementEdits(change, children[source], dim + 1, offset + i * stride),
  );
  return [...kept, ...orderEdits(change, node, children, order, dim, offset)];
}

/** Children taken out and put in, with the commas between those that are left. */
function orderEdits(
  change: ElementChange,
  node: ElementNode,
  children: readonly ElementNode[],
  order: readonly number[],
  dim: number,
  offset: number,
): readonly TextEdit[] {
  const { text, blanks, shape, hasCommas, write } = change;
  const sizes = shape.slice(dim + 1);
  const stride = sizes.reduce((product, size) => product * size, 1);
  const endings = children.map((child) => endingOf(text, child.to, blanks));
  const last = children.length - 1;
  // A tuple of one has a comma.
  const hasLastComma = endings[last].comma >= 0 || (text[node.from] === '(' && order.length === 1);
  const between = separatorOf(text, children, blanks, hasCommas).replace(',', '');
  const needsComma = (i: number) => hasCommas && (i < order.length - 1 || hasLastComma);
  const first = order.find((source) => source !== newIndex) ?? 0;
  const edits: TextEdit[] = [];
  let before = -1;
  for (const [i, source] of order.entries()) {
    const comma = needsComma(i) ? ',' : '';
    if (source === newIndex) {
      const made = newElement(text, children[last], sizes, offset + i * stride, write, blanks, hasCommas);
      const at = before < 0 ? children[first].from : insertAt(children[before], endings[before], between);
      edits.push({ from: at, to: at, text: before < 0 ? made + comma + between : between + made + comma });
      continue;
    }
    before = source;
    const { comma: at } = endings[source];
    const { to } = children[source];
    if (comma !== '' && at < 0) edits.unshift({ from: to, to, text: ',' });
    if (comma === '' && at >= 0 && hasCommas) edits.push({ from: at, to: at + 1, text: '' });
  }
  const left = new Set(order);
  children.forEach((child, i) => {
    if (!left.has(i)) edits.push(removal(text, child, endings[i], i === last));
  });
  return edits;
}

/** Behind the comma, and behind a comment when the new child gets a line of its own. */
function insertAt(child: ElementNode, { comma, end, endsLine }: Ending, between: string): number {
  if (endsLine && between.includes('\n')) return end;
  return comma < 0 ? child.to : comma + 1;
}

function endingOf(text: string, to: number, blanks: Blanks): Ending {
  const next = skipBlanks(text, to, text.length, blanks);
  const comma = text[next] === ',' ? next : -1;
  const at = comma < 0 ? to : comma + 1;
  const rest = /^[ \t]*(?:#[^\n]*|\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?(?=\r?\n|$)/.exec(
    text.slice(at, at + 2000),
  );
  return { comma, end: rest ? at + rest[0].trimEnd().length : at, endsLine: rest !== null };
}

/** A child that has lines of its own goes with them; any other up to its neighbour. */
function removal(
  text: string,
  child: ElementNode,
  { comma, end, endsLine }: Ending,
  isLast: boolean,
): TextEdit {
  const indent = /(?:\r?\n)[ \t]*$/.exec(text.slice(Math.max(0, child.from - 400), child.from));
  if (indent && endsLine) return { from: child.from - indent[0].length, to: end, text: '' };
  const own = comma < 0 ? child.to : comma + 1;
  if (isLast) {
    const blank = /(?:^|[^ \t])([ \t]*)$/.exec(text.slice(Math.max(0, child.from - 400), child.from));
    return { from: child.from - (blank?.[1].length ?? 0), to: own, text: '' };
  }
  const after = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(own, own + 400));
  return { from: child.from, to: own + (after?.[0].length ?? 0), text: '' };
}
