import { NotEvaluated, PythonError } from '../../values/pythonError';
import type { Unknown, Value } from '../../values/values';
import { builtinNames } from '../builtins/builtinNames';
import { lostOf } from '../effects/aftermath';
import type { Scope } from '../scope';
import type { Evaluator } from './evaluator';

/** Built-in names that no module of anybody binds. */
const neverShadowed: ReadonlySet<string> = new Set(
  'print len isinstance enumerate list dict tuple super __name__ Exception ValueError TypeError'.split(' '),
);

/** What a name holds. */
export function nameOf(evaluator: Evaluator, id: string, scope: Scope): Value {
  const bound = scope.get(id);
  if (bound !== undefined) return evaluator.assumed ? beforeOf(evaluator.assumed, bound, id) : bound;
  // Anything may have been bound by something that was not evaluated.
  if (scope.module.isOpen && !neverShadowed.has(id)) throw new NotEvaluated(id, true);
  const value = evaluator.host.builtins.get(id);
  if (value !== undefined) return value;
  // What `global` looks past is bound around it, so that it is no name from above an excerpt.
  const isLookedPast = scope.binderOf(id)?.find(id) !== undefined;
  if (evaluator.host.isExcerpt && !isLookedPast) throw new NotEvaluated(id);
  if (builtinNames.has(id)) throw new NotEvaluated(id);
  throw new PythonError('NameError', `name '${id}' is not defined`);
}

/** Where things are assumed to be as they were, a value that is not known is the one before. */
function beforeOf(assumed: Unknown[], value: Value, id: string): Value {
  const lost = lostOf(value);
  if (!lost) return value;
  if (lost.before === null) throw new NotEvaluated(id, true);
  assumed.push(lost);
  return lost.before;
}
