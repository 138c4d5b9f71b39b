import { walk } from '../../syntax/walk';
import { alternativesOf, choose } from '../values/choice';
import { type FileValue, type FunctionValue, unknown, type Value } from '../values/value';

/**
 * What a file of the program has under a name: `models.__dict__[arch]`, `getattr(models, arch)`. For a name that is not
 * known it is something unknown, or what makes a model: a class or a function with a name in small letters, as is the
 * custom. Of functions that take the same and make theirs of the same classes (`vgg11`, `vgg13`) the first stands for all.
 */
export function memberOfFile({ cells }: FileValue, name: Value | undefined): Value {
  if (name?.type === 'constant') return cells.get(String(name.value)) ?? unknown;
  const makers = new Map<string, Value>();
  for (const [written, value] of cells) {
    const made = /^[a-z]/.test(written) ? madeBy(value, written) : null;
    if (made !== null && !makers.has(made)) makers.set(made, value);
  }
  return choose([unknown, ...makers.values()].flatMap(alternativesOf));
}

/** Says of what a member makes a model; null where it is no maker. */
function madeBy(value: Value, name: string): string | null {
  if (value.type === 'class') return `class ${name}`;
  const used = value.type === 'function' ? usedBy(value) : [];
  if (value.type !== 'function' || used.length === 0) return null;
  const taken = value.definition.parameters.map((one) => `${'*'.repeat(one.stars)}${one.name}`);
  return [value.path, ...used, ...taken].join(' ');
}

/** Names of the classes and functions of the program in the body of a function. */
function usedBy({ definition, scopes }: FunctionValue): readonly string[] {
  const used = new Set<string>();
  for (const node of walk(definition.body)) {
    if (node.type !== 'name') continue;
    const value = scopes.map((cells) => cells.get(node.id)).find((found) => found !== undefined);
    if (value?.type === 'class' || value?.type === 'function') used.add(node.id);
  }
  return [...used].sort();
}
