import type { Expression, Statement } from '../../syntax/ast';
import { type Node, partsOf, walk } from '../../syntax/walk';

/** What the statements of a block say of names. */
export interface Bindings {
  /** Names that are bound in this block, without those of functions, classes and comprehensions in it. */
  readonly bound: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

const cached = new WeakMap<object, Bindings>();

/** The names that a block binds, by whatever statement or `:=`. */
export function bindingsOf(code: readonly Statement[] | Node): Bindings {
  const known = cached.get(code);
  if (known) return known;
  const found = { bound: new Set<string>(), globals: new Set<string>(), nonlocals: new Set<string>() };
  for (const node of walk(code, inSameScope)) {
    for (const name of boundBy(node)) found.bound.add(name);
    if (node.type !== 'scope') continue;
    for (const name of node.names) found[node.keyword === 'global' ? 'globals' : 'nonlocals'].add(name);
  }
  cached.set(code, found);
  return found;
}

/** The parts of a node whose names are bound in the same scope. */
export function inSameScope(node: Node): readonly Node[] {
  switch (node.type) {
    case 'lambda':
      return node.parameters.flatMap(({ value }) => value ?? []);
    case 'function':
      return [...node.decorators, ...node.parameters.flatMap(({ value }) => value ?? [])];
    case 'class':
      return [...node.decorators, ...node.bases];
    default:
      return partsOf(node);
  }
}

/** The names that a node binds by itself. */
export function boundBy(node: Node): readonly string[] {
  switch (node.type) {
    case 'try':
      return node.handlers.flatMap(({ name }) => name ?? []);
    case 'function':
    case 'class':
    case 'declare':
      return [node.name];
    case 'import':
      return node.names.map(({ name, alias }) => alias ?? name.split('.')[0]);
    case 'from':
      return (node.names ?? []).map(({ name, alias }) => alias ?? name);
    case 'match':
      return node.captures;
    case 'broken':
      return [...walk(node.parts)].flatMap((one) => (one.type === 'name' ? one.id : []));
    default:
      return targetsOf(node).flatMap(namesOfTarget);
  }
}

/** What a node gives a value or takes it from. */
export function targetsOf(node: Node): readonly Expression[] {
  switch (node.type) {
    case 'assign':
    case 'delete':
      return node.targets;
    case 'update':
    case 'for':
    case 'named':
      return [node.target];
    case 'with':
      return node.items.flatMap(({ target }) => target ?? []);
    default:
      return [];
  }
}

/** The names in `x` and `x, *y`. */
function namesOfTarget(target: Expression): readonly string[] {
  if (target.type === 'name') return [target.id];
  if (target.type === 'tuple' || target.type === 'list') return target.items.flatMap(namesOfTarget);
  return target.type === 'starred' ? namesOfTarget(target.value) : [];
}

/** Names that a function binds outside of itself, also by the functions in it. */
export function reboundOutside(code: Node): ReadonlySet<string> {
  return new Set([...walk(code)].flatMap((node) => (node.type === 'scope' ? node.names : [])));
}
