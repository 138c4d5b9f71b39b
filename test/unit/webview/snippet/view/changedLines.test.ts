import { describe, expect, test } from 'vitest';
import { changedLines } from '../../../../../src/webview/snippet/view/changedLines';

const text = 'a = f(1)\nb = f(2)\nc = f(3)\n';

function edit(word: string, insert: string) {
  const from = text.indexOf(word);
  return { from, to: from + word.length, text: insert };
}

describe('the lines that a correction changes', () => {
  test('are whole lines, before and after', () => {
    expect(changedLines(text, [edit('f(2)', 'g(2)')])).toEqual([
      { removed: ['b = f(2)'], added: ['b = g(2)'] },
    ]);
  });

  test('are told once when a line has two edits', () => {
    expect(changedLines(text, [edit('(1)', '(9)'), edit('a =', 'x =')])).toEqual([
      { removed: ['a = f(1)'], added: ['x = f(9)'] },
    ]);
  });

  test('stand apart when unchanged lines lie between', () => {
    expect(changedLines(text, [edit('f(1)', 'g'), edit('f(3)', 'h')])).toEqual([
      { removed: ['a = f(1)'], added: ['a = g'] },
      { removed: ['c = f(3)'], added: ['c = h'] },
    ]);
  });

  test('leave out those that stay as they are', () => {
    expect(changedLines(text, [{ from: 0, to: 0, text: 'import torch\n' }])).toEqual([
      { removed: [], added: ['import torch'] },
    ]);
  });

  test('leave out what an edit of several lines only repeats', () => {
    expect(changedLines(text, [edit('a = f(1)\nb = f(2)\nc', 'a = f(1)\nb = g\nc')])).toEqual([
      { removed: ['b = f(2)'], added: ['b = g'] },
    ]);
  });

  test('may be gone', () => {
    expect(changedLines(text, [edit('b = f(2)\n', '')])).toEqual([{ removed: ['b = f(2)'], added: [] }]);
  });
});
