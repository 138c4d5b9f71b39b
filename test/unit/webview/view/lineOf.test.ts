import { expect, test } from 'vitest';
import { lineOf } from '../../../../src/webview/view/lineOf';
import { sourceOf } from '../../messages/realMessages';

const source = sourceOf('a = 1\nb = [1.5]\nc = 2');

test('the line of an offset is counted from the selected one', () => {
  expect(lineOf(source, 0)).toBe(source.line);
  expect(lineOf(source, source.pieces[0].text.length)).toBe(source.line + 2);
});

test('there is none in a notebook, whose cells are one text', () => {
  expect(lineOf({ ...source, uri: 'vscode-notebook-cell:/nb.ipynb#W1sZmlsZQ%3D%3D' }, 0)).toBeNull();
});
