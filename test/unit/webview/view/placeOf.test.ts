import { expect, test } from 'vitest';
import { placeOf } from '../../../../src/webview/view/placeOf';
import { sourceOf } from '../../messages/realMessages';

const text = 'a = 1\nb = [1.5]\nc = 2';
const source = sourceOf(text);

test('the line of an offset is counted from the selected one', () => {
  expect(placeOf(source, 0)).toEqual({ cell: null, line: source.line });
  expect(placeOf(source, text.length)).toEqual({ cell: null, line: source.line + 2 });
});

const uri = 'vscode-notebook-cell:/nb.ipynb#W1sZmlsZQ%3D%3D';

test('the cells of a notebook, which are one text, count their own lines', () => {
  const cells = [
    { from: 0, number: 2 },
    { from: 6, number: 4 },
  ];
  const places = [0, 6, text.indexOf('c')].map((at) => placeOf({ ...source, uri, cells }, at));
  expect(places).toEqual([
    { cell: 2, line: 1 },
    { cell: 4, line: 1 },
    { cell: 4, line: 2 },
  ]);
});

test('there is none in a notebook whose cells are not known', () => {
  expect(placeOf({ ...source, uri }, 0)).toBeNull();
});
