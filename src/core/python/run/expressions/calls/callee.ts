import type { Call, Expression } from '../../../syntax/ast';
import { NotEvaluated, PythonError } from '../../../values/pythonError';
import type { Value } from '../../../values/values';
import { lossOfValue } from '../../losses/calledLoss';
import type { Scope } from '../../scope';
import type { Evaluator } from '../evaluator';

/** What a call is of. A function that is not known is named with its call. */
export function calleeOf(evaluator: Evaluator, node: Call, scope: Scope): Value {
  try {
    return evaluator.evaluate(node.callee, scope);
  } catch (error) {
    if (error instanceof NotEvaluated && !error.isConsequence) error.range = { from: node.from, to: node.to };
    const isUnlisted = error instanceof NotEvaluated && /^[\w.]+$/.test(error.what) && !error.isConsequence;
    if (!isUnlisted) throw error;
    const wider = new NotEvaluated(`${error.what}(…)`);
    wider.range = error.range;
    throw wider;
  }
}

/** What a call is of where finding out changes nothing; undefined otherwise. */
export function pureCalleeOf(evaluator: Evaluator, { callee }: Call, scope: Scope): Value | undefined {
  const isOfClass =
    callee.type === 'call' && lossOfValue(pureCalleeOf(evaluator, callee, scope) ?? null)?.isClass;
  if (!isOfClass && !isPath(callee)) return undefined;
  try {
    return evaluator.evaluate(callee, scope);
  } catch (error) {
    if (error instanceof NotEvaluated || error instanceof PythonError) return undefined;
    throw error;
  }
}

/** `a.b['c']`, whose value can be asked for without doing anything. */
function isPath(node: Expression): boolean {
  if (node.type === 'name') return true;
  if (node.type === 'subscript')
    return isPath(node.object) && node.index.every(({ type }) => type === 'constant');
  return node.type === 'attribute' && isPath(node.object);
}
