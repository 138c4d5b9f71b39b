import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { later } from '../../../../src/webview/state/later';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('only the last of quick values is taken, once they pause', () => {
  const taken: number[] = [];
  const task = later<number>(100, (value) => taken.push(value));
  for (const value of [1, 2, 3]) task.take(value);
  vi.advanceTimersByTime(99);
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(taken).toEqual([3]);
});

test('a flush takes the waiting value now, and nothing when none waits', () => {
  const taken: number[] = [];
  const task = later<number>(100, (value) => taken.push(value));
  task.take(1);
  task.flush();
  task.flush();
  vi.advanceTimersByTime(200);
  expect(taken).toEqual([1]);
});
