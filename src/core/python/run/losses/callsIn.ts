import type { Call, Statement } from '../../syntax/ast';

/** Blocks, which are statements of their own, and what is evaluated later or several times. */
const apart: ReadonlySet<string> = new Set(['lambda', 'comprehension']);

/** The calls that a statement makes itself, outer ones before those in their arguments; none for one with blocks. */
export function callsIn(statement: Statement): readonly Call[] {
  const isSimple = ['assign', 'update', 'expression', 'return', 'assert', 'raise'].includes(statement.type);
  const found: Call[] = [];
  const open: unknown[] = isSimple ? [statement] : [];
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || typeof node !== 'object') continue;
    const { type } = node as { readonly type?: string };
    if (type !== undefined && apart.has(type)) continue;
    if (type === 'call') found.push(node as Call);
    open.push(...Object.values(node).reverse());
  }
  return found;
}
