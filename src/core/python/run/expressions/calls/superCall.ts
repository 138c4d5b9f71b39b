import type { Call } from '../../../syntax/ast';
import { PyClass, PyInstance, PySuper } from '../../../values/objects';
import { NotEvaluated } from '../../../values/pythonError';
import type { Scope } from '../../scope';
import type { Evaluator } from '../evaluator';

/** True for a call of Python's own `super`. */
export function isSuper({ callee }: Call, scope: Scope): boolean {
  return callee.type === 'name' && callee.id === 'super' && scope.find('super') === undefined;
}

/** `super()` in a method, and `super(Name, self)`. */
export function superOf(evaluator: Evaluator, node: Call, scope: Scope): PySuper {
  let around: Scope | null = scope;
  while (around && !around.method) around = around.parent;
  const [type, self] =
    node.args.length === 2
      ? node.args.map(({ value }) => evaluator.evaluate(value, scope))
      : [around?.method?.definedIn.type ?? null, around?.method?.self ?? null];
  if (type instanceof PyClass && self instanceof PyInstance && node.args.length % 2 === 0)
    return new PySuper(type, self);
  throw new NotEvaluated('super(…)');
}
