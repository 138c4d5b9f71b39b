import { describe, expect, test } from 'vitest';
import { copyBlock, numberOf, parseBlock, selectionOf } from '../../../../../src/webview/view/play/block';
import { placeAfter, sheetOf, shownText } from '../../../../../src/webview/view/play/sheet';
import { sheetEdits } from '../../../../../src/webview/view/play/sheetEdits';
import { enteredValue } from '../../../../../src/webview/view/play/sheetKeys';
import { partsOf } from '../partsOf';

const batch = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]\nclass_weights = [1.0, 2.0, 0.5]';
const sheet = sheetOf(partsOf(batch));

describe('the sheet', () => {
  test('has a row for each sample and the weights, a column for each class and the target', () => {
    expect([sheet.rowCount, sheet.columnCount]).toEqual([3, 4]);
    expect(sheet.cellAt({ row: 1, column: 1 })).toMatchObject({ role: 'input', index: 4, value: 2.5 });
    expect(sheet.cellAt({ row: 1, column: 3 })).toMatchObject({ role: 'target', index: 1, value: 1 });
    expect(sheet.cellAt({ row: 2, column: 2 })).toMatchObject({ role: 'weight', index: 2, value: 0.5 });
    expect(sheet.cellAt({ row: 2, column: 3 })).toBeNull();
  });

  test('begins with the class indices, which stay in view, where there are many classes', () => {
    const row = `[${Array.from({ length: 10 }, (_, klass) => klass / 2).join(', ')}]`;
    const many = sheetOf(partsOf(`logits = [${row}, ${row}]\ntarget = [3, 9]`));
    expect([many.frozenCount, many.columnCount]).toEqual([1, 11]);
    expect(many.cellAt({ row: 1, column: 0 })).toMatchObject({ role: 'target', index: 1, value: 9 });
    expect(many.cellAt({ row: 1, column: 1 })).toMatchObject({ role: 'input', index: 10, value: 0 });
    expect(many.cellAt({ row: 0, column: 10 })).toMatchObject({ role: 'input', index: 9, value: 4.5 });
    expect([many.classAt(0), many.classAt(10), many.targetAt(0), many.targetAt(1)]).toEqual([
      null,
      9,
      0,
      null,
    ]);
    expect(sheet.frozenCount).toBe(0);
  });

  test('has a column for each class of probabilities as target', () => {
    const soft = sheetOf(partsOf('logits = [[1.0, 2.0]]\ntarget = [[0.3, 0.7]]'));
    expect(soft.columnCount).toBe(4);
    expect(soft.cellAt({ row: 0, column: 3 })).toMatchObject({ role: 'target', index: 1, text: '0.7' });
  });

  test('shows values as PyTorch prints them, and keeps the digits that give them back', () => {
    const cell = sheet.cellAt({ row: 0, column: 2 });
    expect(cell && [shownText(cell), cell.text]).toEqual(['0.1000', '0.1']);
  });

  test('tells what was changed', () => {
    const edited = sheetOf(
      partsOf(batch, {}, { edits: { 0: { at: Float64Array.of(4), values: Float64Array.of(9) } } }),
    );
    expect(edited.cellAt({ row: 1, column: 1 })?.isChanged).toBe(true);
    expect(edited.cellAt({ row: 1, column: 2 })?.isChanged).toBe(false);
  });
});

test.each([
  [{ key: 'ArrowDown' }, { row: 1, column: 1 }],
  [{ key: 'ArrowUp' }, { row: 0, column: 1 }],
  [
    { key: 'ArrowRight', ctrlKey: true },
    { row: 0, column: 3 },
  ],
  [
    { key: 'End', ctrlKey: true },
    { row: 2, column: 3 },
  ],
  [{ key: 'PageDown' }, { row: 2, column: 1 }],
  [{ key: 'Home' }, { row: 0, column: 0 }],
])('the key %o leads to %o', (event, place) => {
  const keys = { ctrlKey: false, metaKey: false, ...event };
  expect(placeAfter(keys, { row: 0, column: 1 }, sheet, 5)).toEqual(place);
});

test('other keys lead nowhere', () => {
  expect(
    placeAfter({ key: 'x', ctrlKey: false, metaKey: false }, { row: 0, column: 0 }, sheet, 5),
  ).toBeNull();
});

describe('a block', () => {
  test('is copied as spreadsheets take it, and read back from it', () => {
    const text = copyBlock(sheet, selectionOf({ row: 1, column: 3 }, { row: 0, column: 2 }));
    expect(text).toBe('0.1\t0\n0.3\t1');
    const block = parseBlock(text);
    expect([block?.rows, block?.columns]).toEqual([2, 2]);
    expect([0, 1].flatMap((row) => [0, 1].map((column) => block?.valueAt(row, column)))).toEqual([
      0.1, 0, 0.3, 1,
    ]);
  });

  test.each([
    ['1, 2\n3, 4', 2, 2],
    ['1;2;3', 1, 3],
    ['1 2\r\n3 4\r\n', 2, 2],
    ['[[1, 2], [3, 4], [5, 6]]', 3, 2],
    ['tensor([0.1000, nan, -inf])', 1, 3],
    ['[[1, 2], [3]]', 0, 0],
    ['1, 2\n3', 0, 0],
    ['one two', 0, 0],
    ['', 0, 0],
  ])('%j has %i rows of %i', (text, rows, columns) => {
    const block = parseBlock(text);
    expect(block ? [block.rows, block.columns] : [0, 0]).toEqual([rows, columns]);
  });
});

test('an empty cell of a copied block leaves what is there', () => {
  const whole = copyBlock(sheet, selectionOf({ row: 0, column: 0 }, { row: 2, column: 3 }));
  const block = parseBlock(whole);
  expect([block?.rows, block?.columns, block?.valueAt(2, 3), block?.valueAt(2, 2)]).toEqual([
    3,
    4,
    null,
    0.5,
  ]);
  expect([parseBlock('1\t\t3')?.columns, parseBlock('1\t\t3')?.valueAt(0, 1)]).toEqual([3, null]);
});

test('values of a block go to their tensors, and none where one is no class index', () => {
  const all = { from: { row: 0, column: 2 }, to: { row: 1, column: 3 } };
  expect(sheetEdits(sheet, all, (row) => row)).toEqual({
    edits: [
      { role: 'input', at: [2, 5], values: [0, 1] },
      { role: 'target', at: [0, 1], values: [0, 1] },
    ],
  });
  expect(sheetEdits(sheet, all, () => 0.5)).toEqual({ refused: 0.5 });
});

test('a probability of a single class is no class index', () => {
  const single = sheetOf(partsOf('logits = [[2.0], [0.5]]\ntarget = [[0.3], [1.0]]'));
  expect(single.cellAt({ row: 0, column: 1 })).toMatchObject({ role: 'target', isIndex: false });
});

test('numbers are read as Python and spreadsheets write them, other texts are none', () => {
  expect(['1e-3', '-.5', '3.', 'inf', '-Infinity', 'NaN', '−2'].map(numberOf)).toEqual([
    1e-3,
    -0.5,
    3,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    -2,
  ]);
  expect(['', 'two', '1,5', '0x10', '1_000'].map(numberOf)).toEqual([null, null, null, null, null]);
});

test('a class index is a whole number', () => {
  expect([enteredValue('2', true), enteredValue('2.5', true), enteredValue('2.5', false)]).toEqual([
    2,
    null,
    2.5,
  ]);
});
