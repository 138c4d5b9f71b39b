import { parseSync } from 'vite';
import type { SourceText } from './sources';

/** A node of a syntax tree, as far as it is looked at in these tests. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The syntax tree of a TypeScript file. */
export function treeOf({ path, text }: SourceText): Node {
  return parseSync(path, text).program as unknown as Node;
}

/** `t(…)`, whatever it is a method of. */
export function isTranslation(node: Node): boolean {
  return node.type === 'CallExpression' && nameOf(node.callee) === 't';
}

/** The last word of `a.b.c`; '' for what has no name. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return typeof node.name === 'string' ? node.name : nameOf(node.property);
}

export function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}
