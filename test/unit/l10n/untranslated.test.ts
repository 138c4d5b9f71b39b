import { expect, test } from 'vitest';
import { sourcesIn } from './sources';
import { untranslated } from './untranslated';

/** Folders in which every phrase is for people; elsewhere in core most are PyTorch's and Python's own words. */
const folders = ['src/core/evaluate', 'src/editor', 'src/document', 'src/panel', 'src/webview'];

test.each([
  ["void vscode.window.showErrorMessage('Nothing was found');", 'Nothing was found'],
  ["const code = { title: 'Evaluate' };", 'Evaluate'],
  ['const x = <button title="Close it" />;', 'Close it'],
  ['const x = <p>\n  Select tensors <b>here</b>\n</p>;', 'Select tensors'],
])('a text that is not translated is found: %s', (text, found) => {
  expect(untranslated({ path: 'x.tsx', text })).toEqual([found]);
});

test.each([
  ["showErrorMessage(vscode.l10n.t('Nothing was found'));"],
  ["const x = <p class='stop title'>{strings.lead}</p>;"],
  ["log.info('a line for developers');"],
  ["throw new RangeError('a bug that nobody should see');"],
])('what is translated, or not for people, is left alone: %s', (text) => {
  expect(untranslated({ path: 'x.tsx', text })).toEqual([]);
});

test.each(folders)('every text in %s is translated', (folder) => {
  const found = sourcesIn(folder).map((source) => [source.path, untranslated(source)] as const);
  expect(found.filter(([, texts]) => texts.length > 0)).toEqual([]);
});
