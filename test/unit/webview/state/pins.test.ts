import { describe, expect, test } from 'vitest';
import { noComparison, type Run } from '../../../../src/messages/comparison';
import { mostPinnedSamples, mostPins, pinOf, withoutPin, withPin } from '../../../../src/webview/state/pins';
import { comparison as oneOfTwo } from '../../messages/realMessages';

const run = oneOfTwo.pins[0].run;

/** A run of so many samples. */
function runOfSize(count: number): Run {
  const { nllLoss } = run.losses;
  const crossEntropyLoss = { ...run.losses.crossEntropyLoss, perSample: new Float64Array(count) };
  const [target, predicted] = [new Float64Array(count), new Float64Array(count)];
  return { ...run, shape: [count], losses: { crossEntropyLoss, nllLoss }, target, predicted };
}

function pinned(...runs: readonly Run[]) {
  return runs.reduce((all, one) => withPin(all, one) ?? all, noComparison);
}

describe('pins', () => {
  test('count up, and the present state is compared with the newest', () => {
    const two = pinned(run, run);
    expect([two.pins.map(({ id }) => id), two.a, two.b]).toEqual([[1, 2], 2, null]);
  });

  test('are no more than can be chosen among', () => {
    const full = pinned(...new Array<Run>(mostPins).fill(run));
    expect([full.pins.length, withPin(full, run)]).toEqual([mostPins, null]);
  });

  test('keep the samples that find room, and of the others the values alone', () => {
    const half = mostPinnedSamples / 2;
    const [first, second, third] = pinned(runOfSize(half), runOfSize(half + 1), runOfSize(half)).pins;
    expect(first.run.predicted?.length).toBe(half);
    expect([second.run.predicted, second.run.target, second.run.losses.crossEntropyLoss.perSample]).toEqual([
      null,
      null,
      null,
    ]);
    expect(second.run.losses.crossEntropyLoss.gradNorm).toEqual(Float64Array.of(0.5));
    expect(third.run.predicted?.length).toBe(half);
  });

  test('that are let go of give their side to the newest, or to the present state', () => {
    const three = { ...pinned(run, run, run), a: 1, b: 3 };
    expect(withoutPin(three, 1)).toMatchObject({ a: 3, b: 3 });
    expect(withoutPin(three, 3)).toMatchObject({ a: 1, b: null });
    expect(withoutPin(three, 2)).toMatchObject({ a: 1, b: 3 });
    expect(withoutPin(pinned(run), 1)).toEqual(noComparison);
  });

  test('are found by the very run', () => {
    expect(pinOf(pinned(run), run)?.id).toBe(1);
    expect(pinOf(pinned(run), { ...run, predicted: Float64Array.of(0, 2) })).toBeUndefined();
  });
});
