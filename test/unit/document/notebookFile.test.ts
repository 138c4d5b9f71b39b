import { expect, test } from 'vitest';
import { readNotebookFile, withoutOutputs } from '../../../src/document/notebookFile';

const code = (source: unknown, metadata = {}) => ({ cell_type: 'code', metadata, source });

test('code cells are read, with their numbers among all cells', () => {
  const cells = [{ cell_type: 'markdown', source: 'x' }, code(['a = 1\n', 'b = 2']), code('c')];
  expect(readNotebookFile(JSON.stringify({ cells, metadata: {} }))).toEqual([
    { text: 'a = 1\nb = 2', number: 2 },
    { text: 'c', number: 3 },
  ]);
});

test('cells of another language are left out', () => {
  const cells = [code('a'), code('b', { vscode: { languageId: 'javascript' } })];
  expect(readNotebookFile(JSON.stringify({ cells }))).toEqual([{ text: 'a', number: 1 }]);
});

test.each([{ language_info: { name: 'R' } }, { kernelspec: { language: 'julia' } }])(
  'a notebook with the metadata %j has no Python',
  (metadata) => {
    expect(readNotebookFile(JSON.stringify({ cells: [code('x')], metadata }))).toEqual([]);
  },
);

test('nbformat 3 keeps cells in worksheets', () => {
  const worksheets = [{ cells: [{ cell_type: 'code', input: 'x = 1' }] }];
  expect(readNotebookFile(JSON.stringify({ worksheets }))).toEqual([{ text: 'x = 1', number: 1 }]);
});

test.each(['', '{', '[]', '3', 'null', '{}', '{"cells": 1}'])('%j is no notebook', (json) => {
  expect(() => readNotebookFile(json)).toThrow();
});

test.each([
  {
    cells: [
      { ...code('x = 1'), outputs: [{ text: 'long' }] },
      { cell_type: 'markdown', source: '#' },
    ],
  },
  { worksheets: [{ cells: [{ cell_type: 'code', input: 'x = 1', outputs: [{ text: 'long' }] }] }] },
])('what cells printed is left out, and their code and numbers stay', (notebook) => {
  const json = withoutOutputs(JSON.stringify(notebook));
  expect(json).not.toContain('long');
  expect(readNotebookFile(json)).toEqual(readNotebookFile(JSON.stringify(notebook)));
});
