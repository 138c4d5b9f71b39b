import type { Call, Statement } from '../../syntax/ast';
import { type Node, partsOf, walk } from '../../syntax/walk';

/** The calls that a statement makes itself, outer ones before those in their arguments; none for one with blocks. */
export function callsIn(statement: Statement): readonly Call[] {
  const isSimple = ['assign', 'update', 'expression', 'return', 'assert', 'raise'].includes(statement.type);
  return isSimple ? [...walk(statement, evaluatedOnce)].filter((node) => node.type === 'call') : [];
}

/** The parts of a node without what is evaluated later or several times. */
function evaluatedOnce(node: Node): readonly Node[] {
  return partsOf(node).filter(({ type }) => type !== 'lambda' && type !== 'comprehension');
}
