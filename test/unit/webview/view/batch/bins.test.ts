import { expect, test } from 'vitest';
import { finished } from '../../../../../src/webview/page/useInSlices';
import { isIn, spreadOf } from '../../../../../src/webview/view/batch/bins';

const binsOf = (losses: Float64Array) => finished(spreadOf(losses, () => false)).bins;

const losses = Float64Array.of(0.5, 3.2, Number.NaN, 0.1, 3.2, Number.POSITIVE_INFINITY);

test('every finite loss is in one bar, and bars join without gaps', () => {
  const bins = binsOf(losses);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  expect(bins.slice(1).map(({ from }) => from)).toEqual(bins.slice(0, -1).map(({ to }) => to));
  expect([bins[0].from <= 0.1, bins[bins.length - 1].to >= 3.2]).toEqual([true, true]);
});

test('equal losses are one bar, and none make none', () => {
  expect(binsOf(Float64Array.of(2, 2))).toEqual([{ from: 2, to: 2, count: 2, isLast: true }]);
  expect(binsOf(Float64Array.of(Number.NaN))).toEqual([]);
});

test('every bar holds the losses that it counts, on its edges too', () => {
  const edges = Float64Array.of(0, 0.5, 1, 1, 1.5, 2);
  for (const bin of binsOf(edges)) expect(edges.filter((loss) => isIn(loss, bin)).length).toBe(bin.count);
});
