import type { Expression, Subscript } from '../../syntax/ast';
import { PySlice, PyTuple, type Value } from '../../values/values';
import type { Scope } from '../scope';
import type { Evaluator } from './evaluator';

/** What stands in the brackets of `object[…]`. */
export function indexOf(evaluator: Evaluator, node: Subscript, scope: Scope): Value {
  const items = node.index.map((item) => evaluator.evaluate(item, scope));
  return items.length === 1 ? items[0] : new PyTuple(items);
}

/** `lower:upper:step` */
export function sliceOf(
  evaluator: Evaluator,
  node: Extract<Expression, { type: 'slice' }>,
  scope: Scope,
): PySlice {
  const bound = (one: Expression | null) => (one === null ? null : evaluator.evaluate(one, scope));
  return new PySlice(bound(node.lower), bound(node.upper), bound(node.step));
}
