import type { Call, Expression } from '../../../syntax/ast';
import { NotEvaluated, PythonError } from '../../../values/pythonError';
import type { Unknown, Value } from '../../../values/values';
import type { CalledLoss } from '../../losses/calledLoss';
import { type LossArguments, lossArguments } from '../../losses/lossArguments';
import type { Scope } from '../../scope';
import type { Evaluator } from '../evaluator';
import { argumentsOf } from './arguments';

/** The arguments of a loss, whose tensors may be what they were before; a loss whose arguments have no value is told of. */
export function argumentsOfLoss(
  evaluator: Evaluator,
  node: Call,
  called: CalledLoss,
  scope: Scope,
): LossArguments {
  try {
    return lossArguments(node, called, {
      arguments: (call, otherwise) => argumentsOf(evaluator, call, scope, { otherwise }),
      assume: (expression) => assume(evaluator, expression, scope),
    });
  } catch (error) {
    if (!called.isClass && (error instanceof NotEvaluated || error instanceof PythonError))
      evaluator.host.onLossFailed(node, called.loss.name, error);
    throw error;
  }
}

/** The value of an expression with every name as it was before it became unknown; null where that tells nothing. */
function assume(
  evaluator: Evaluator,
  node: Expression,
  scope: Scope,
): { value: Value; unknowns: readonly Unknown[] } | null {
  const outer = evaluator.assumed;
  const unknowns: Unknown[] = [];
  evaluator.assumed = unknowns;
  try {
    const value = evaluator.evaluate(node, scope);
    return unknowns.length > 0 ? { value, unknowns } : null;
  } catch (error) {
    if (error instanceof NotEvaluated || error instanceof PythonError) return null;
    throw error;
  } finally {
    evaluator.assumed = outer;
  }
}
