import { describe, expect, test } from 'vitest';
import { createTensor, type Tensor } from '../../../../src/core/tensor/tensor';
import {
  applyEdit,
  noEdit,
  type TensorEdit,
  viewEdited,
  withInserted,
  withRemoved,
  withValues,
} from '../../../../src/core/tensor/tensorEdit';

const matrix = createTensor([1, 2, 3, 4, 5, 6], [2, 3], 'float32');

function valuesOf({ data }: Tensor): readonly number[] {
  return Array.from(data);
}

test('no edit gives the tensor itself', () => {
  expect(applyEdit(matrix, noEdit)).toBe(matrix);
  expect(applyEdit(matrix, undefined)).toBe(matrix);
});

test('values are rounded to the dtype', () => {
  expect(valuesOf(applyEdit(matrix, withValues(noEdit, [0], [0.1])))[0]).toBe(Math.fround(0.1));
});

test('a fraction among whole numbers makes them float32, as torch.tensor would', () => {
  const whole = createTensor([1, 2], [2], 'int64');
  expect(applyEdit(whole, withValues(noEdit, [0], [3])).dtype).toBe('int64');
  expect(applyEdit(whole, withValues(noEdit, [0], [0.5])).dtype).toBe('float32');
});

test('nan and inf are values like others', () => {
  const edit = withValues(noEdit, [0, 1], [Number.NaN, Number.NEGATIVE_INFINITY]);
  expect(valuesOf(applyEdit(matrix, edit)).slice(0, 2)).toEqual([Number.NaN, Number.NEGATIVE_INFINITY]);
});

test('a later value of the same element replaces the earlier one', () => {
  const edit = withValues(withValues(noEdit, [3], [8]), [3, 0], [9, 7]);
  expect([Array.from(edit.at), Array.from(edit.values)]).toEqual([
    [0, 3],
    [7, 9],
  ]);
});

test('an index is inserted with zeros, and changed elements move with their rows', () => {
  const edit = withInserted([2, 3], withValues(noEdit, [3], [9]), 0, 1);
  expect(valuesOf(applyEdit(matrix, edit))).toEqual([1, 2, 3, 0, 0, 0, 9, 5, 6]);
});

test('what was inserted can be removed again', () => {
  const edit = withRemoved([2, 3], withInserted([2, 3], noEdit, 1, 0), 1, 0);
  expect(valuesOf(applyEdit(matrix, edit))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('elements that are new or changed are told from the others', () => {
  const view = viewEdited(matrix, withInserted([2, 3], withValues(noEdit, [1], [2.5]), 0, 2));
  expect(Array.from({ length: 9 }, (_, i) => view.isChanged(i))).toEqual([
    false,
    true,
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

describe('many edits in a row', () => {
  test.each([1, 2, 3, 4, 5])('give what the same changes of a nested list give (seed %i)', (seed) => {
    let state = seed * 7919;
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
    const shape = [3, 4];
    const start = Float64Array.from({ length: 12 }, (_, i) => i);
    const tensor = createTensor(start, shape, 'float64');
    let rows: number[][] = [0, 1, 2].map((r) => [0, 1, 2, 3].map((c) => r * 4 + c));
    let edit: TensorEdit = noEdit;
    for (let step = 0; step < 60; step++) {
      const [height, width] = [rows.length, rows[0].length];
      const kind = random(5);
      const [r, c] = [random(height), random(width)];
      if (kind === 0) {
        edit = withInserted(shape, edit, 0, r);
        rows.splice(r, 0, new Array(width).fill(0));
      } else if (kind === 1) {
        edit = withInserted(shape, edit, 1, c);
        for (const row of rows) row.splice(c, 0, 0);
      } else if (kind === 2 && height > 1) {
        edit = withRemoved(shape, edit, 0, r);
        rows = rows.filter((_, i) => i !== r);
      } else if (kind === 3 && width > 1) {
        edit = withRemoved(shape, edit, 1, c);
        rows = rows.map((row) => row.filter((_, i) => i !== c));
      } else {
        edit = withValues(edit, [r * width + c], [100 + step]);
        rows[r][c] = 100 + step;
      }
    }
    const edited = applyEdit(tensor, edit);
    expect(edited.shape).toEqual([rows.length, rows[0].length]);
    expect(valuesOf(edited)).toEqual(rows.flat());
  });
});
