import type { Expression, Statement } from '../../syntax/ast';

const cached = new WeakMap<object, ReadonlySet<string>>();

/** Every name that code mentions, also those of its functions. */
export function namesIn(code: object): ReadonlySet<string> {
  const known = cached.get(code);
  if (known) return known;
  const names = new Set<string>();
  for (const node of nodesIn(code)) if (node.type === 'name') names.add(node.id.split('.')[0]);
  cached.set(code, names);
  return names;
}

/** Every node of the syntax tree below and including `code`, in no order. */
export function* nodesIn(code: object): Iterable<Expression | Statement> {
  const stack: unknown[] = [code];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || typeof node !== 'object') continue;
    if ('type' in node) yield node as Expression | Statement;
    stack.push(...Object.values(node));
  }
}
