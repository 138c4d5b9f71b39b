import type { Decorator, Expression } from '../../syntax/ast';
import { NotEvaluated } from '../../values/pythonError';
import type { Value } from '../../values/values';
import { callValue } from '../expressions/calls/callValue';
import type { Evaluator } from '../expressions/evaluator';
import type { Scope } from '../scope';

/** What `@decorator` lines above a function make of it, the last line first. */
export function decorated(
  evaluator: Evaluator,
  decorators: readonly Decorator[],
  made: Value,
  scope: Scope,
): Value {
  return [...decorators].reverse().reduce<Value>((value, decorator) => {
    const applied = decoratorOf(evaluator, decorator, scope);
    return callValue(evaluator.host.context, applied, { positional: [value], named: new Map() });
  }, made);
}

/** `@decorator` and `@decorator(…)` as a value that is called with the function. */
function decoratorOf(evaluator: Evaluator, { id, args, from, to }: Decorator, scope: Scope): Value {
  const callee = id
    .split('.')
    .reduce<Expression | null>(
      (object, name) =>
        object === null
          ? { type: 'name', id: name, from, to }
          : { type: 'attribute', object, name, nameFrom: from, from, to },
      null,
    );
  if (callee === null) throw new NotEvaluated(id);
  return evaluator.evaluate(args === null ? callee : { type: 'call', callee, args, from, to }, scope);
}
