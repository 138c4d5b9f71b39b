import type { Expression, Statement } from './ast';

/** A statement or an expression. */
export type Node = Statement | Expression;

/** Every node of `code` and below, each before its parts; `into` says which parts of a node to go into. */
export function* walk(
  code: Node | readonly Node[],
  into: (node: Node) => readonly Node[] = partsOf,
): Generator<Node> {
  const open: Node[] = 'type' in code ? [code] : [...code].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    const parts = into(node);
    for (let i = parts.length - 1; i >= 0; i--) open.push(parts[i]);
  }
}

/** The nodes right below a node, in the order of its fields. */
export function partsOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  collect(node, found);
  return found;
}

function collect(holder: object, found: Node[]): void {
  for (const part of Object.values(holder) as unknown[]) {
    if (part === null || typeof part !== 'object') continue;
    if ('type' in part) found.push(part as Node);
    else collect(part, found);
  }
}

/** The blocks of statements right below a node. */
export function blocksOf(node: Node): readonly (readonly Statement[])[] {
  switch (node.type) {
    case 'if':
      return [...node.branches.map(({ body }) => body), node.otherwise];
    case 'for':
    case 'while':
      return [node.body, node.otherwise];
    case 'with':
    case 'function':
    case 'class':
      return [node.body];
    case 'try':
      return [node.body, ...node.handlers.map(({ body }) => body), node.otherwise, node.last];
    case 'match':
      return node.cases;
    default:
      return [];
  }
}

/** The statements right below a node: to walk without the expressions. */
export function statementsOf(node: Node): readonly Statement[] {
  return blocksOf(node).flat();
}
