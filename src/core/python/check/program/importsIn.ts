import type { Statement } from '../../syntax/ast';
import { type Node, statementsOf, walk } from '../../syntax/walk';

/** A module that a file imports, wherever in the file. */
export interface ImportedModule {
  readonly level: number;
  readonly module: string;
}

/** All modules that statements import, those inside of functions and branches included. */
export function importsIn(body: readonly Statement[]): readonly ImportedModule[] {
  return [...walk(body, statementsOf)].flatMap(importedBy);
}

function importedBy(node: Node): readonly ImportedModule[] {
  if (node.type === 'import') return node.names.map(({ name }) => ({ level: 0, module: name }));
  if (node.type !== 'from') return [];
  const { level, module, names } = node;
  const dot = module === '' ? '' : '.';
  const inside = (names ?? []).map(({ name }) => ({ level, module: `${module}${dot}${name}` }));
  return [{ level, module }, ...inside];
}
