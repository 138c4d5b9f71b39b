import { describe, expect, test } from 'vitest';
import {
  classesShown,
  curveKey,
  logitDomain,
  lossCurve,
  roundOnAxis,
  sampleLoss,
  sampleViewOf,
} from '../../../../../src/webview/view/see/sampleView';
import { partsOf } from '../partsOf';

const batch =
  'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3], [1.0, 1.0, 1.0]]\ny = [0, 1, -100]\nclass_weights = [1.0, 2.0, 0.5]';

function viewOf(parts: ReturnType<typeof partsOf>) {
  const view = sampleViewOf(parts);
  if (!view) throw new Error('no sample');
  return view;
}

describe('one sample', () => {
  test('has the loss and gradient that it has in the batch, before the reduction', () => {
    const parts = partsOf(batch, { sample: 1 }, { reduction: 'sum' });
    const view = viewOf(parts);
    for (const loss of ['crossEntropyLoss', 'nllLoss'] as const) {
      const { perSample, gradInput } = parts.losses[loss];
      const own = sampleLoss(loss, view.tensors, parts);
      expect(own?.value).toBeCloseTo(perSample?.data[1] ?? Number.NaN, 12);
      expect(Array.from(own?.gradient ?? [])).toEqual(Array.from(gradInput?.data.subarray(3, 6) ?? []));
    }
  });

  test('is known by its target, or as ignored', () => {
    expect(viewOf(partsOf(batch)).target).toBe(0);
    expect(viewOf(partsOf(batch, { sample: 2 }))).toMatchObject({ target: null, isIgnored: true });
    const soft = viewOf(partsOf('logits = [[1.0, 2.0]]\ntarget = [[0.3, 0.7]]'));
    expect(soft).toMatchObject({ target: 1, hasProbabilities: true });
  });

  test('has a curve that passes through its present loss, with the gradient as its slope', () => {
    const parts = partsOf(batch, { sample: 1 });
    const view = viewOf(parts);
    const width = 1e-4;
    for (const loss of ['crossEntropyLoss', 'nllLoss'] as const) {
      const points = lossCurve(loss, view, 1, [2.5 - width, 2.5 + width], parts);
      const own = sampleLoss(loss, view.tensors, parts);
      const slope = (points[points.length - 1][1] - points[0][1]) / (2 * width);
      expect(slope).toBeCloseTo(own?.gradient[1] ?? Number.NaN, 6);
      expect(points[(points.length - 1) / 2][1]).toBeCloseTo(own?.value ?? Number.NaN, 8);
    }
  });
});

test('a curve is known by all that it is made of', () => {
  const keys = [
    partsOf(batch),
    partsOf(batch, { sample: 1 }),
    partsOf(batch.replace('y = [0', 'y = [2')),
    partsOf(batch, {}, { ignoreIndex: 0 }),
    partsOf(batch, {}, { labelSmoothing: 0.1 }),
    partsOf(batch.replace('0.5]', '0.6]')),
  ].map((parts) => curveKey(viewOf(parts), parts));
  expect(new Set(keys).size).toBe(keys.length);
  expect(curveKey(viewOf(partsOf(batch)), partsOf(batch))).toBe(keys[0]);
});

describe('the classes that are drawn', () => {
  const row = Array.from({ length: 50 }, (_, c) => (c / 10).toFixed(1)).join(', ');

  test('are all of few', () => {
    expect(classesShown(viewOf(partsOf(batch)), 24)).toEqual([0, 1, 2]);
  });

  test('are the most probable of many and the target, in their order', () => {
    expect(classesShown(viewOf(partsOf(`logits = [[${row}]]\ny = [3]`)), 4)).toEqual([3, 47, 48, 49]);
  });
});

describe('the axis', () => {
  test('has 0, the values and room to drag to', () => {
    expect(logitDomain(Float64Array.of(2, 1))).toEqual([-2, 4]);
    expect(logitDomain(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY))).toEqual([-2, 2]);
  });

  test('takes values to about a pixel, and none beyond its ends', () => {
    expect(roundOnAxis(1.23456, [-2, 4])).toBe(1.235);
    expect(roundOnAxis(99, [-2, 4])).toBe(4);
    expect(roundOnAxis(1234.5678, [-2000, 4000])).toBe(1235);
  });
});
