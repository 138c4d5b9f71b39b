import type { SyntaxNode } from '@lezer/common';

/** Name of the nodes that the parser puts where it could not read on. */
const errorName = '⚠';

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') found.push(child);
  }
  return found;
}

export function isError(node: SyntaxNode): boolean {
  return node.name === errorName;
}

/** Where the error nodes of a tree are, in order. */
export function errorsIn(top: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  top.tree?.iterate({
    enter: ({ type, node }) => {
      if (type.isError && !isComplete(node.parent)) found.push(node);
    },
  });
  return found;
}

/** `yield` and `print` by themselves are whole, though the parser misses a value. */
function isComplete(parent: SyntaxNode | null): boolean {
  return (
    parent?.name === 'YieldExpression' ||
    parent?.name === 'YieldStatement' ||
    (parent?.name === 'PrintStatement' && parent.firstChild?.to === parent.to)
  );
}

/** Splits nodes at separators of this name. */
export function splitAt(nodes: readonly SyntaxNode[], separator: string): readonly (readonly SyntaxNode[])[] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === separator) parts.push([]);
    else parts[parts.length - 1].push(node);
  }
  return parts;
}
