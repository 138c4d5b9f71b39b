import { type Input, NodeType, type SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import type { TextRange } from '../textRange';

/**
 * The syntax tree of `regions` of a text, positions being those of the whole text. What lies outside of the
 * regions is not read, which keeps long literals and the prose around code out of the parser.
 */
export function parsePython(text: string, regions: readonly TextRange[]): Tree {
  const input: Input = {
    length: text.length,
    lineChunks: false,
    chunk: (from) => text.slice(from),
    read: (from, to) => text.slice(from, to),
  };
  const ranges = regions.filter(({ from, to }) => to > from).map(({ from, to }) => ({ from, to }));
  if (ranges.length === 0) return Tree.empty;
  // The parser counts from the start of the first range.
  return new Tree(NodeType.none, [parser.parse(input, [], ranges)], [ranges[0].from], text.length);
}

/** One argument of a call: `name` is null for a positional one. */
export interface CallArgument {
  readonly name: string | null;
  readonly value: SyntaxNode;
}

/** Positional and keyword arguments of a `CallExpression`; starred ones are left out. */
export function argumentsOf(call: SyntaxNode, text: string): readonly CallArgument[] {
  const list = call.getChild('ArgList');
  if (!list) return [];
  const found: CallArgument[] = [];
  for (let node = list.firstChild; node; node = node.nextSibling) {
    if (isPunctuation(node)) continue;
    const isKeyword = node.name === 'VariableName' && node.nextSibling?.name === 'AssignOp';
    const value = isKeyword ? node.nextSibling?.nextSibling : null;
    if (value && !isPunctuation(value)) {
      found.push({ name: text.slice(node.from, node.to), value });
      node = value;
      continue;
    }
    if (node.prevSibling?.name !== '*' && node.prevSibling?.name !== '**')
      found.push({ name: null, value: node });
  }
  return found;
}

function isPunctuation(node: SyntaxNode): boolean {
  return ['(', ')', ',', '*', '**', 'Comment', '⚠'].includes(node.name);
}

/** `self.criterion` as text, or null when the node is no plain dotted name. */
export function dottedName(node: SyntaxNode, text: string): string | null {
  if (node.name === 'VariableName') return text.slice(node.from, node.to);
  if (node.name !== 'MemberExpression') return null;
  const object = node.firstChild;
  const property = node.getChild('PropertyName');
  if (!object || !property) return null;
  const path = dottedName(object, text);
  return path === null ? null : `${path}.${text.slice(property.from, property.to)}`;
}

/** A number written in code, with its sign; null for anything else. */
export function numberOf(node: SyntaxNode | null, text: string): number | null {
  if (!node || (node.name !== 'Number' && node.name !== 'UnaryExpression')) return null;
  const value = Number(text.slice(node.from, node.to).replaceAll('_', '').replaceAll(' ', ''));
  return Number.isNaN(value) ? null : value;
}

/** The content of a plain quoted string; null for anything else. */
export function stringOf(node: SyntaxNode | null, text: string): string | null {
  if (node?.name !== 'String') return null;
  const written = text.slice(node.from, node.to);
  const quote = written[0];
  return (quote === '"' || quote === "'") && written.endsWith(quote) ? written.slice(1, -1) : null;
}
