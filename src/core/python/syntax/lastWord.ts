import type { Expression } from './ast';

/** The last word of a name or an attribute: `softmax` of `F.softmax`; '' of everything else. */
export function lastWord(node: Expression): string {
  if (node.type === 'name') return node.id;
  return node.type === 'attribute' ? node.name : '';
}
