import type { Expression, Statement } from '../../syntax/ast';
import { nodesIn } from './namesIn';

/** What the statements of a block say of names. */
export interface Bindings {
  /** Names that are bound in this block, without those of functions, classes and comprehensions in it. */
  readonly bound: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
}

const cached = new WeakMap<object, Bindings>();

/** The names that a block binds, by whatever statement or `:=`. */
export function bindingsOf(code: readonly Statement[] | Statement | Expression): Bindings {
  const known = cached.get(code);
  if (known) return known;
  const found = { bound: new Set<string>(), globals: new Set<string>(), nonlocals: new Set<string>() };
  const stack: unknown[] = [code];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || typeof node !== 'object') continue;
    for (const name of 'type' in node ? boundBy(node as Statement | Expression) : []) found.bound.add(name);
    const { type, keyword, names } = node as { type?: string; keyword?: string; names?: readonly string[] };
    if (type === 'scope')
      for (const name of names ?? []) found[keyword === 'global' ? 'globals' : 'nonlocals'].add(name);
    stack.push(...within(node as Statement | Expression));
  }
  cached.set(code, found);
  return found;
}

/** The parts of a node whose names are bound in the same scope. */
function within(node: Statement | Expression): readonly unknown[] {
  if (node.type === 'lambda') return node.parameters.map(({ value }) => value);
  if (node.type === 'function') return [...node.decorators, ...node.parameters.map(({ value }) => value)];
  if (node.type === 'class') return [...node.decorators, ...node.bases];
  return Object.values(node);
}

function boundBy(node: Statement | Expression): readonly string[] {
  switch (node.type) {
    case 'assign':
    case 'delete':
      return node.targets.flatMap(targetNames);
    case 'update':
    case 'for':
    case 'named':
      return targetNames(node.target);
    case 'with':
      return node.items.flatMap(({ target }) => (target ? targetNames(target) : []));
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
      return node.parts.flatMap((part) =>
        [...nodesIn(part)].flatMap((one) => (one.type === 'name' ? one.id : [])),
      );
    default:
      return [];
  }
}

function targetNames(target: Expression): readonly string[] {
  if (target.type === 'name') return [target.id];
  if (target.type === 'tuple' || target.type === 'list') return target.items.flatMap(targetNames);
  return target.type === 'starred' ? targetNames(target.value) : [];
}

/** Names that a function binds outside of itself, also by the functions in it. */
export function reboundOutside(code: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesIn(code)) if (node.type === 'scope') for (const name of node.names) names.add(name);
  return names;
}
