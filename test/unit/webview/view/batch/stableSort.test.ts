import { expect, test } from 'vitest';
import { finished } from '../../../../../src/webview/page/useInSlices';
import { sortedInSteps } from '../../../../../src/webview/view/batch/stableSort';

/** The same numbers in every run, with many that are equal. */
function keysOf(count: number): readonly number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return state % 97;
  });
}

test.each([0, 1, 1024, 1025, 5000, 10_240])(
  '%i samples are sorted as at once, with pauses between',
  (count) => {
    const keys = keysOf(count);
    const before = (a: number, b: number) => keys[b] - keys[a] || a - b;
    const samples = Uint32Array.from(keys.keys());
    expect(finished(sortedInSteps(samples.slice(), before))).toEqual(samples.slice().sort(before));
    const steps = [...sortedInSteps(samples.slice(), before)].length;
    expect(steps).toBeGreaterThanOrEqual(Math.floor(count / 1024));
  },
);
