import { type Comparison, noComparison, type Pin, type Run, sampleArraysOf } from '../../messages/comparison';

/** More would be a list to search in. */
export const mostPins = 9;

/** Samples of all pins together: they are written as JSON whenever the page keeps its state. */
export const mostPinnedSamples = 20_000;

/**
 * The comparison with a run pinned, which the present state is compared with from then on. A run whose samples find no
 * room is pinned without them. Null where there are as many pins as there may be.
 */
export function withPin({ pins }: Comparison, run: Run): Comparison | null {
  if (pins.length >= mostPins) return null;
  const id = 1 + Math.max(0, ...pins.map((pin) => pin.id));
  const kept =
    samplesIn([...pins.map((pin) => pin.run), run]) <= mostPinnedSamples ? run : withoutSamples(run);
  return { pins: [...pins, { id, run: kept }], a: id, b: null };
}

/** The comparison without a pin; where it was one of the two, the newest pin and the present state take its place. */
export function withoutPin(comparison: Comparison, id: number): Comparison {
  const pins = comparison.pins.filter((pin) => pin.id !== id);
  const newest = pins.at(-1);
  if (!newest) return noComparison;
  const [a, b] = [comparison.a, comparison.b === id ? null : comparison.b];
  return { pins, a: a === id ? newest.id : a, b };
}

/** The pin of this very run, or undefined. */
export function pinOf({ pins }: Comparison, run: Run): Pin | undefined {
  const arrays = sampleArraysOf(run);
  return pins.find((pin) => {
    const own = sampleArraysOf(pin.run);
    return own.length > 0 && own.length === arrays.length && own.every((array, i) => array === arrays[i]);
  });
}

function samplesIn(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + Math.max(0, ...sampleArraysOf(run).map(({ length }) => length)), 0);
}

function withoutSamples(run: Run): Run {
  const { crossEntropyLoss, nllLoss } = run.losses;
  return {
    ...run,
    losses: {
      crossEntropyLoss: { ...crossEntropyLoss, perSample: null },
      nllLoss: { ...nllLoss, perSample: null },
    },
    target: null,
    predicted: null,
  };
}
