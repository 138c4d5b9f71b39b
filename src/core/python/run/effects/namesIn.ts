import { type Node, walk } from '../../syntax/walk';

const cached = new WeakMap<object, ReadonlySet<string>>();

/** Every name that code mentions, also those of its functions. */
export function namesIn(code: Node): ReadonlySet<string> {
  const known = cached.get(code);
  if (known) return known;
  const names = new Set<string>();
  for (const node of walk(code)) if (node.type === 'name') names.add(node.id.split('.')[0]);
  cached.set(code, names);
  return names;
}
