import { expect, test } from 'vitest';
import {
  byIndex,
  isOf,
  listOf,
  maybe,
  nullOr,
  objectOf,
  rangeOf,
  text,
  whole,
} from '../../../src/messages/schema';

interface Named {
  readonly name: string;
  readonly count?: number;
  readonly note: string | null;
}

test('a schema takes what the type takes', () => {
  const isNamed = isOf(objectOf<Named>()({ name: text, count: maybe(whole), note: nullOr(text) }));
  expect(isNamed({ name: 'x', note: null })).toBe(true);
  expect(isNamed({ name: 'x', note: null, count: undefined })).toBe(true);
  expect(isNamed({ name: 'x' })).toBe(false);
  expect(isNamed({ name: 'x', note: null, count: -1 })).toBe(false);
});

test('a schema that is not that of its type does not compile', () => {
  // @ts-expect-error: a field that may be absent is still a field
  objectOf<Named>()({ name: text, note: nullOr(text) });
  // @ts-expect-error: the type has no such field
  objectOf<Named>()({ name: text, count: maybe(whole), note: nullOr(text), more: text });
  // @ts-expect-error: the field may be null
  objectOf<Named>()({ name: text, count: maybe(whole), note: text });
  // @ts-expect-error: the field may not be null
  objectOf<Named>()({ name: nullOr(text), count: maybe(whole), note: nullOr(text) });
  // @ts-expect-error: the field may be absent
  objectOf<Named>()({ name: text, count: whole, note: nullOr(text) });
  // @ts-expect-error: the field is a number
  rangeOf<{ readonly from: number; readonly to: number; readonly line: number }>()({ line: text });
});

test('lists and numbers are no objects, and names no indices', () => {
  const isCounts = isOf(byIndex(whole));
  expect([{}, { 0: 1, 12: 0 }].map(isCounts)).toEqual([true, true]);
  expect(
    [[], [1], new Float64Array(1), null, { x: 1 }, { '01': 1 }, { '-1': 1 }, { 0: 'x' }].map(isCounts),
  ).toEqual(Array(8).fill(false));
  expect(isOf(listOf(whole))({ length: 0 })).toBe(false);
});
