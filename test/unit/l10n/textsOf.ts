import type { SourceText } from './sources';
import { childrenOf, isTranslation, type Node, treeOf } from './syntax';

/** The English texts of the `l10n.t(…)` of a file; null for one that is not written in one piece. */
export function textsOf(source: SourceText): readonly (string | null)[] {
  return source.text.includes('l10n.t(') ? textsIn(treeOf(source)) : [];
}

function textsIn(node: Node): readonly (string | null)[] {
  const within = childrenOf(node).flatMap(textsIn);
  if (!isTranslation(node) || !Array.isArray(node.arguments)) return within;
  const { value } = node.arguments[0] ?? {};
  return [typeof value === 'string' ? value : null, ...within];
}
