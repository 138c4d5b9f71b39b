import type { Parameter } from '../../../syntax/ast';
import type { GivenArgument, Single } from '../../values/value';
import { memberOf } from './classes';

/** False for a function or class of the program that Python would refuse to call with these arguments. */
export function accepts(callee: Single, args: readonly GivenArgument[]): boolean {
  const parameters = parametersOf(callee);
  if (parameters === null || args.some(({ stars }) => stars > 0)) return true;
  const positional = args.filter(({ name }) => name === null).length;
  const plain = parameters.filter(({ stars }) => stars === 0);
  const byPosition = plain.filter(({ isKeywordOnly }) => !isKeywordOnly);
  const isOpen = (stars: number) => parameters.some((one) => one.stars === stars);
  if (positional > byPosition.length && !isOpen(1)) return false;
  const named = new Set(args.flatMap(({ name }) => (name === null ? [] : [name])));
  const areKnown = isOpen(2) || [...named].every((name) => plain.some((one) => one.name === name));
  const missing = plain.filter(
    (one) => one.value === null && !named.has(one.name) && !byPosition.slice(0, positional).includes(one),
  );
  return areKnown && missing.length === 0;
}

/** Without the object itself; null where they are not known. */
function parametersOf(callee: Single): readonly Parameter[] | null {
  if (callee.type === 'function') return callee.definition.parameters;
  if (callee.type !== 'class') return null;
  const init = memberOf(callee, '__init__').value;
  return init?.type === 'function' ? init.definition.parameters.slice(1) : null;
}
