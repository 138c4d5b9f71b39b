import type { Call, Expression, Statement } from '../../syntax/ast';
import { type Node, partsOf, walk } from '../../syntax/walk';
import { detailsOf } from '../../torch/effect';
import { operationIn } from '../../torch/operations';

/**
 * The calls that make the tensors which an expression is computed from, through the names that the statements at the
 * top bind, without those of class indices: whole numbers and bools.
 */
export function leafConstructors(expression: Expression, body: readonly Statement[]): readonly Call[] {
  const found = new Set<Call>();
  const seen = new Set<string>();
  const open = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const node of walk(next, outsideOfConstructors)) {
      if (isConstructor(node)) found.add(node);
      if (node.type !== 'name' || seen.has(node.id)) continue;
      seen.add(node.id);
      open.push(...valuesOf(node.id, body));
    }
  }
  return [...found];
}

function outsideOfConstructors(node: Node): readonly Node[] {
  return isConstructor(node) ? [] : partsOf(node);
}

function valuesOf(name: string, body: readonly Statement[]): readonly Expression[] {
  return body.flatMap((statement) => {
    if (statement.type !== 'assign') return [];
    const binds = statement.targets.some((target) => target.type === 'name' && target.id === name);
    return binds ? [statement.value] : [];
  });
}

/** True for what takes `requires_grad=` and makes floats. */
function isConstructor(node: Node): node is Call {
  if (node.type !== 'call') return false;
  const { callee, args } = node;
  const operation = callee.type === 'attribute' ? operationIn('torch', callee.name) : undefined;
  const made = detailsOf(operation?.effect ?? null, 'creates');
  if (!made || made.from === 'typed-data' || !operation?.signature.has('requires_grad')) return false;
  if (made.values === 'filled') return args.some(({ value }) => hasFloats(value));
  return made.from === 'data' ? args.slice(0, 1).some(({ value }) => hasFloats(value)) : made.dtype !== 'int';
}

/** True for nested lists with a float in them. */
export function hasFloats(node: Expression): boolean {
  if (node.type === 'constant') return node.isFloat;
  if (node.type === 'unary') return hasFloats(node.value);
  return (node.type === 'list' || node.type === 'tuple') && node.items.some(hasFloats);
}
