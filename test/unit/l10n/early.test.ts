import { expect, test } from 'vitest';
import { sourcesIn } from './sources';
import { childrenOf, isTranslation, type Node, treeOf } from './syntax';

/** Whether something is translated while the file is loaded: outside of every function. */
function isEarly(node: Node): boolean {
  if (/Function/.test(node.type)) return false;
  return isTranslation(node) || childrenOf(node).some(isEarly);
}

test.each([
  ["export const title = l10n.t('Undo');", true],
  ["const words = { undo: l10n.t('Undo') } as const;", true],
  ["const words = { undo: () => l10n.t('Undo') };", false],
  ["const words = { get undo() { return l10n.t('Undo'); } };", false],
  ["class Panel { title() { return l10n.t('Undo'); } }", false],
])('%s is early: %s', (text, early) => {
  expect(isEarly(treeOf({ path: 'x.ts', text }))).toBe(early);
});

// The pages load their texts when they know the language; these are loaded before.
test.each(['src/core', 'src/editor', 'src/document', 'src/panel'])(
  'nothing in %s is worded before the language is known',
  (folder) => {
    const early = sourcesIn(folder).filter((source) => isEarly(treeOf(source)));
    expect(early.map(({ path }) => path)).toEqual([]);
  },
);
