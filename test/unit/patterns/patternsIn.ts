import { sourcesIn } from '../l10n/sources';
import { childrenOf, type Node, nameOf, treeOf } from '../l10n/syntax';

/** A regular expression that stands in the sources. */
export interface Pattern {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written as such under a folder, each once. */
export function patternsIn(folder: string): readonly Pattern[] {
  const found = new Map<string, Pattern>();
  for (const file of sourcesIn(folder)) {
    for (const { source, flags } of literalsOf(treeOf(file))) {
      found.set(`/${source}/${flags}`, { path: file.path, source, flags });
    }
  }
  return [...found.values()];
}

/** Files under a folder that put regular expressions together while they run. */
export function buildersIn(folder: string): readonly string[] {
  return sourcesIn(folder)
    .filter((file) => buildsPattern(treeOf(file)))
    .map(({ path }) => path);
}

function literalsOf(node: Node): readonly Omit<Pattern, 'path'>[] {
  const { regex } = node as { readonly regex?: { readonly pattern: string; readonly flags: string } };
  const own = regex ? [{ source: regex.pattern, flags: regex.flags }] : [];
  return [...own, ...childrenOf(node).flatMap(literalsOf)];
}

function buildsPattern(node: Node): boolean {
  const isOne = /^(?:New|Call)Expression$/.test(node.type) && nameOf(node.callee) === 'RegExp';
  return isOne || childrenOf(node).some(buildsPattern);
}
