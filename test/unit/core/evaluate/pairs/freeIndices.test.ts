import { expect, test } from 'vitest';
import { FreeIndices } from '../../../../../src/core/evaluate/pairs/freeIndices';

test('the next index that is free comes first, then the last before', () => {
  const free = new FreeIndices([1, 4, 5, 9]);
  expect(free.nearest(4)).toBe(5);
  free.take(5);
  expect(free.nearest(4)).toBe(9);
  free.take(9);
  expect(free.nearest(3)).toBe(4);
  expect(free.nearest(4)).toBe(4);
  expect(free.nearest(6)).toBe(4);
  for (const index of [1, 4, 7]) free.take(index);
  expect(free.nearest(0)).toBeNull();
});

test('it finds what a search through all finds', () => {
  const indices = Array.from({ length: 60 }, (_, i) => i * 3 + (i % 2));
  const free = new FreeIndices(indices);
  const left = new Set(indices);
  for (let step = 0; step < 80; step++) {
    const index = (step * 37) % 190;
    const sorted = [...left].sort(
      (a, b) => Number(a <= index) - Number(b <= index) || Math.abs(a - index) - Math.abs(b - index),
    );
    expect(free.nearest(index)).toBe(sorted[0] ?? null);
    if (sorted.length > 0) {
      free.take(sorted[0]);
      left.delete(sorted[0]);
    }
    free.take(index);
    left.delete(index);
  }
});
