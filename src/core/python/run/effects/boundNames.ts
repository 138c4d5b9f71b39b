import type { Expression, Statement } from '../../syntax/ast';
import { walk } from '../../syntax/walk';
import { boundBy, inSameScope, targetsOf } from './bindings';

/** Names that a statement may bind or write into, in order, also in its blocks; not those inside functions and classes. */
export function boundNames(statement: Statement): readonly string[] {
  const nodes = [...walk(statement, inSameScope)];
  return [...new Set(nodes.flatMap((node) => [...targetsOf(node).flatMap(rootsOf), ...boundBy(node)]))];
}

/** `x`, `x, y`, and `x` of `x[0]`, which changes what it holds. */
function rootsOf(target: Expression): readonly string[] {
  switch (target.type) {
    case 'name':
      return [target.id];
    case 'tuple':
    case 'list':
      return target.items.flatMap(rootsOf);
    case 'starred':
      return rootsOf(target.value);
    case 'subscript':
    case 'attribute':
      return rootsOf(target.object);
    default:
      return [];
  }
}
