import type { Call } from '../../../syntax/ast';
import { NotEvaluated, PythonError } from '../../../values/pythonError';
import { PyObject, type Value } from '../../../values/values';
import { lossOfValue } from '../../losses/calledLoss';
import { isPure, type LossArguments } from '../../losses/lossArguments';
import type { Scope } from '../../scope';
import type { Evaluator } from '../evaluator';
import { argumentsOf } from './arguments';
import { calleeOf } from './callee';
import { callValue } from './callValue';
import { argumentsOfLoss } from './lossCall';
import { isSuper, superOf } from './superCall';

/** The value of a call. */
export function callOf(evaluator: Evaluator, node: Call, scope: Scope): Value {
  if (isSuper(node, scope)) return superOf(evaluator, node, scope);
  const { host } = evaluator;
  const callee = calleeOf(evaluator, node, scope);
  const object = node.callee.type === 'attribute' ? host.provenance.valueOf(node.callee.object) : undefined;
  if (evaluator.assumed && !isPure(node, callee, object)) throw new NotEvaluated(evaluator.excerpt(node));
  const { args, assumptions, obstacle } = argumentsFor(evaluator, node, callee, scope);
  evaluator.calls.push({ node, assumptions });
  try {
    host.beforeCall(node, callee, args);
    const value = callValue(host.context, callee, args);
    if (obstacle) throw obstacle;
    evaluator.done ??= new Map();
    evaluator.done.set(node, value);
    host.onCall(node, value);
    evaluator.failedCalls = [];
    return value;
  } catch (error) {
    evaluator.failedCalls = [...evaluator.failedCalls, node];
    // What a loss says of numbers that are only assumed counts for nothing.
    if (obstacle) throw obstacle;
    const recovered = error instanceof PythonError ? host.recover(node) : undefined;
    if (recovered === undefined) throw error;
    return recovered;
  } finally {
    evaluator.calls.pop();
  }
}

/** Functions of the snippet take what is not known: they may not need it. */
function argumentsFor(evaluator: Evaluator, node: Call, callee: Value, scope: Scope): LossArguments {
  const loss = lossOfValue(callee);
  if (loss) return argumentsOfLoss(evaluator, node, loss, scope);
  const takesUnknown = callee instanceof PyObject && callee.code !== null;
  return { args: argumentsOf(evaluator, node, scope, { takesUnknown }), assumptions: [], obstacle: null };
}
