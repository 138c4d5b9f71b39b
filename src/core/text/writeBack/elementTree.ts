import type { TextRange } from '../../textRange';
import { type Blanks, skipBlanks } from '../characters/blanks';
import { isWordCode } from '../characters/characters';
import { NumberScanner } from '../characters/numberScanner';
import { readSpecialValue } from '../characters/specialValues';
import type { TensorLiteral } from '../literal';

/** A bracket with what stands in it, or a number (which has no children). Offsets of the scanned text. */
export interface ElementNode extends TextRange {
  readonly children: readonly ElementNode[] | null;
  /** NaN for a bracket. */
  readonly value: number;
}

/** Every number of a literal where it stands. */
export interface Elements {
  /** The brackets, as deep as the tensor has dimensions; null where they are not Python's, and only numbers are known. */
  readonly root: ElementNode | null;
  /** In row-major order. */
  readonly numbers: readonly ElementNode[];
}

/** Finds the numbers of a literal, null when what is found is not exactly its tensor. `body` holds offsets of `text`. */
export function findElements(
  text: string,
  body: TextRange,
  { data, shape }: TensorLiteral['tensor'],
  blanks: Blanks,
): Elements | null {
  const isSame = (numbers: readonly ElementNode[]) =>
    numbers.length === data.length && numbers.every(({ value }, i) => Object.is(value, data[i]));
  const root = scanBrackets(text, body, blanks);
  if (root !== null) {
    const numbers = numbersOf(root);
    if (isSame(numbers) && hasShape(root, shape, 0)) return { root, numbers };
  }
  const numbers = scanNumbers(text, body);
  return isSame(numbers) ? { root: null, numbers } : null;
}

function scanBrackets(text: string, { from, to }: TextRange, blanks: Blanks): ElementNode | null {
  const open: { from: number; children: ElementNode[] }[] = [];
  for (let at = from; at < to; ) {
    at = skipBlanks(text, at, to, blanks);
    const code = text[at];
    if (at >= to) break;
    if (code === '[' || code === '(') {
      open.push({ from: at++, children: [] });
    } else if (code === ']' || code === ')') {
      const closed = open.pop();
      if (!closed) return null;
      const node = { from: closed.from, to: ++at, children: closed.children, value: Number.NaN };
      const outer = open.at(-1);
      if (!outer) return at === to ? node : null;
      outer.children.push(node);
    } else if (code === ',') {
      at++;
    } else {
      const number = numberAt(text, at);
      if (number === null) return null;
      const outer = open.at(-1);
      if (!outer) return number.to === to ? number : null;
      outer.children.push(number);
      at = number.to;
    }
  }
  return null;
}

/** Names of rows and columns, as R prints them: `[1]`, `[2,]`, `[,3]`. */
const label = /\[(?:\d+|\d*,\d*)\]/y;

/** Every number between `from` and `to`, whatever stands between them. */
function scanNumbers(text: string, { from, to }: TextRange): readonly ElementNode[] {
  const numbers: ElementNode[] = [];
  for (let at = from; at < to; ) {
    label.lastIndex = at;
    if (label.test(text)) {
      at = label.lastIndex;
      continue;
    }
    const isInWord = at > from && isWordCode(text.charCodeAt(at - 1)) && isWordCode(text.charCodeAt(at));
    const number = isInWord ? null : numberAt(text, at);
    if (number) numbers.push(number);
    at = number?.to ?? at + 1;
  }
  return numbers;
}

function numberAt(text: string, from: number): ElementNode | null {
  const isSigned = text[from] === '-' || text[from] === '+';
  const start = isSigned ? from + 1 : from;
  const numbers = new NumberScanner(text);
  if (numbers.scan(from)) return { from, to: numbers.to, children: null, value: numbers.value };
  const special = isWordCode(text.charCodeAt(start)) ? readSpecialValue(text, start) : null;
  if (special === null) return null;
  return { from, to: special.to, children: null, value: text[from] === '-' ? -special.value : special.value };
}

function numbersOf(root: ElementNode): readonly ElementNode[] {
  const numbers: ElementNode[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.children === null) numbers.push(node);
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]);
  }
  return numbers;
}

function hasShape({ children }: ElementNode, shape: readonly number[], dim: number): boolean {
  if (children === null || dim === shape.length) return children === null && dim === shape.length;
  return children.length === shape[dim] && children.every((child) => hasShape(child, shape, dim + 1));
}
