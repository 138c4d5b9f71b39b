import { expect, test } from 'vitest';
import { samplesOf } from '../../../../../src/webview/view/samples';
import { binsOf, gradNorms, orderOf } from '../../../../../src/webview/view/see/batch';

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

test('the worst sample is the first, nan before all, and equals stay in their order', () => {
  expect(orderOf(losses, 'worst', null)).toEqual([2, 5, 1, 4, 0, 3]);
  expect(orderOf(losses, 'index', null)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('every bar limits the samples to those that it counts, on its edges too', () => {
  const edges = Float64Array.of(0, 0.5, 1, 1, 1.5, 2);
  for (const bin of binsOf(edges)) expect(orderOf(edges, 'worst', bin).length).toBe(bin.count);
});

test('the norm of a gradient is that of each sample, whatever the layout', () => {
  const norms = gradNorms(Float64Array.of(3, 0, 4, 1, 0, 0), samplesOf([1, 3, 2]));
  expect(Array.from(norms)).toEqual([5, 1]);
});
