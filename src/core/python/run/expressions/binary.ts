import type { Expression } from '../../syntax/ast';
import { truthOf } from '../../torch/tensor/truth';
import type { Value } from '../../values/values';
import type { Scope } from '../scope';
import type { Evaluator } from './evaluator';
import { percentText } from './formatting';
import { binaryOperation, comparison } from './pythonOperators';

type Binary = Extract<Expression, { type: 'binary' }>;

const comparisonOperators: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
]);

/** `left operator right`, of which `and`, `or` and chains of comparisons evaluate only as much as they need. */
export function binaryValue(evaluator: Evaluator, node: Binary, scope: Scope): Value {
  const { operator } = node;
  if (comparisonOperators.has(operator)) return comparisons(evaluator, node, scope).value;
  const left = evaluator.evaluate(node.left, scope);
  if (operator === 'and') return truthOf(left) ? evaluator.evaluateAny(node.right, scope) : left;
  if (operator === 'or') return truthOf(left) ? left : evaluator.evaluateAny(node.right, scope);
  const right = evaluator.evaluate(node.right, scope);
  if (operator === '%' && typeof left === 'string') return percentText(left, right);
  return binaryOperation(evaluator.host.context, operator, left, right);
}

/** `a < b < c` is `a < b and b < c`; the parser gives `(a < b) < c`, without brackets. */
function comparisons(evaluator: Evaluator, node: Binary, scope: Scope): { value: Value; last: Value } {
  const { left, operator } = node;
  const isChain = left.type === 'binary' && comparisonOperators.has(left.operator) && left.from === node.from;
  const before = isChain ? comparisons(evaluator, left, scope) : null;
  if (before && !truthOf(before.value)) return before;
  const first = before ? before.last : evaluator.evaluate(left, scope);
  const last = evaluator.evaluate(node.right, scope);
  return { value: comparison(evaluator.host.context, operator, first, last), last };
}
