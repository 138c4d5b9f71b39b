import { expect, test } from 'vitest';
import { barOn, gradientScale } from '../../../../../src/webview/view/see/gradientScale';

const loss = (...gradient: number[]) => ({ value: 0, gradient: Float64Array.from(gradient) });

test('both losses have one axis, with 0 on it and nan left out', () => {
  expect(gradientScale([loss(-0.5, 0.25), loss(-1, 0)])).toEqual([-1, 0.25]);
  expect(gradientScale([loss(0.5, Number.NaN), null])).toEqual([0, 0.5]);
});

test('a bar goes from 0 to its value, in proportion', () => {
  const scale = [-1, 0.25] as const;
  expect(barOn(scale, 0)).toEqual({ from: 80, length: 0 });
  expect(barOn(scale, -1)).toEqual({ from: 0, length: 80 });
  expect(barOn(scale, 0.25)).toEqual({ from: 80, length: 20 });
});

test('without a gradient there is no bar', () => {
  expect(barOn([0, 0], 0)).toEqual({ from: 50, length: 0 });
  expect(barOn([-1, 0], Number.NaN).length).toBe(0);
});
