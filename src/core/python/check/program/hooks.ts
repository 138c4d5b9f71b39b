import { walk } from '../../syntax/walk';
import { linearized, memberOf } from '../follow/calls/classes';
import type { ClassValue, FunctionValue } from '../values/value';

/** The methods that a class inherits and that call what it has in the place of a method of its bases. */
export function callersOfHooks(of: ClassValue): readonly FunctionValue[] {
  const inherited = linearized(of).slice(1);
  const hooks = new Set(
    [...of.cells.keys()].filter((name) => inherited.some(({ cells }) => cells.has(name))),
  );
  if (hooks.size === 0) return [];
  return inherited
    .flatMap(({ cells }) => [...cells])
    .flatMap(([name, value]) => {
      const isInherited = value.type === 'function' && memberOf(of, name).value === value;
      return isInherited && value.binding === 'plain' && callsOneOf(value, hooks) ? [value] : [];
    });
}

function callsOneOf({ definition }: FunctionValue, names: ReadonlySet<string>): boolean {
  if (definition.type !== 'function') return false;
  for (const node of walk(definition.body)) {
    if (node.type !== 'call' || node.callee.type !== 'attribute') continue;
    const { object, name } = node.callee;
    if (object.type === 'name' && object.id === 'self' && names.has(name)) return true;
  }
  return false;
}
