import { describe, expect, it } from 'vitest';
import { decodeTensor, type GoldenCase, readGolden, runCase } from './golden';

/** Step of the difference: about the cube root of the float64 step, where both errors are smallest. */
const step = 1e-5;

/** Error of a central difference at that step, relative to the largest value around; measured below 4e-10. */
const tolerance = 1e-8;

const { cases } = readGolden<GoldenCase>('losses.json');
const smooth = cases.filter(
  ({ name, input }) =>
    /^(standard|shape|random)/.test(name) && input.dtype === 'float64' && input.data.length > 0,
);

function summedOutput(golden: GoldenCase, data: readonly number[]): number {
  const { output } = runCase({ ...golden, input: { ...golden.input, data } });
  return output!.data.reduce((sum, value) => sum + value, 0);
}

function shifted(data: readonly number[], at: number, by: number): number[] {
  return data.map((value, i) => (i === at ? value + by : value));
}

describe('gradients are what central differences say', () => {
  for (const golden of smooth) {
    it(`${golden.loss}: ${golden.name}`, () => {
      const data = [...decodeTensor(golden.input).data];
      const { gradInput, perSample, totalWeight } = runCase(golden);
      const isMean = String(golden.options.reduction).endsWith('mean');
      const isUndefined = isMean && totalWeight === 0;
      const largest = perSample!.data.reduce((max, loss) => Math.max(max, Math.abs(loss)), 1);
      data.forEach((_, i) => {
        const above = summedOutput(golden, shifted(data, i, step));
        const below = summedOutput(golden, shifted(data, i, -step));
        const difference = isUndefined ? 0 : (above - below) / (2 * step);
        expect(Math.abs(gradInput!.data[i] - difference)).toBeLessThanOrEqual(tolerance * largest);
      });
    });
  }

  it('in more than 300 calls', () => {
    expect(smooth.length).toBeGreaterThan(300);
  });
});
