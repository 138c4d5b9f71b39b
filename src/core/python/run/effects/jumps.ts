import type { Statement } from '../../syntax/ast';
import { type Node, statementsOf, walk } from '../../syntax/walk';
import { inSameScope } from './bindings';

/** Whether a statement may leave the block it stands in, or yields: where it was not evaluated, the block ends. */
export function mayJump(statement: Statement): boolean {
  const leaves = ({ type }: Node) => type === 'break' || type === 'continue';
  return (
    [...walk(statement, inSameScope)].some(returnsOrYields) ||
    [...walk(statement, outsideOfLoops)].some(leaves)
  );
}

function returnsOrYields(node: Node): boolean {
  return node.type === 'return' || (node.type === 'other' && node.isYield);
}

/** The statements in which `break` ends no loop of this node. */
function outsideOfLoops(node: Node): readonly Statement[] {
  if (node.type === 'function' || node.type === 'class') return [];
  return node.type === 'for' || node.type === 'while' ? node.otherwise : statementsOf(node);
}
