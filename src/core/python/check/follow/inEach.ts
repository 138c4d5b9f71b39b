import { alternativesOf, choose, forEach, possible } from '../values/choice';
import type { Alternative, Single, Value } from '../values/value';
import type { Interpreter } from './interpreter';

/**
 * Applies `operation` to every alternative of a value that is possible on this path; what it finds wrong counts only
 * when it is wrong with all of them.
 */
export function inEach(run: Interpreter, value: Value, operation: (single: Single) => Value): Value {
  const alternatives = possible(value, run.path);
  if (alternatives.length < 2) return forEach(value, run.path, operation);
  const results: Alternative[] = [];
  run.report.inAll(
    alternatives.map((alternative) => () => {
      const one = forEach({ type: 'choice', alternatives: [alternative] }, run.path, operation);
      results.push(...alternativesOf(one));
    }),
  );
  return choose(results);
}
