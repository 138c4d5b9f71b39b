import { describe, expect, it } from 'vitest';
import { crossEntropyRows, nllRows, totalWeightOf } from '../../../../../src/core/loss/kernels/indexRows';
import { probabilityRows } from '../../../../../src/core/loss/kernels/probabilityRows';
import { smoothedRows } from '../../../../../src/core/loss/kernels/smoothedRows';
import { rowLayoutOf, rowOffset } from '../../../../../src/core/tensor/rowLayout';

const layout = rowLayoutOf([3, 4, 2]);
const input = Float64Array.from({ length: 24 }, (_, i) => Math.cos(i * 5) * 3);
const target = Float64Array.of(0, 3, -100, 1, 2, 0);
const weight = Float64Array.of(0.5, 1, 2, 0.25);

function job(targets: Float64Array) {
  return {
    input,
    layout,
    target: targets,
    weight,
    ignoreIndex: -100,
    smoothIgnoreIndex: -100,
    labelSmoothing: 0.2,
    scale: 0.5,
    smoothScale: 0.5,
    perSample: new Float64Array(layout.rowCount),
    gradInput: new Float64Array(input.length),
    logProbs: new Float64Array(input.length),
  };
}

const probs = input.map((value) => Math.abs(value));
const kernels = {
  nllRows: [nllRows, target],
  crossEntropyRows: [crossEntropyRows, target],
  smoothedRows: [smoothedRows, target],
  probabilityRows: [probabilityRows, probs],
} as const;

describe('kernels give the same in any division into blocks of rows', () => {
  for (const [name, [kernel, targets]] of Object.entries(kernels)) {
    it(name, () => {
      const whole = job(targets);
      kernel(whole, 0, layout.rowCount);
      const parts = job(targets);
      kernel(parts, 4, 6);
      kernel(parts, 0, 1);
      kernel(parts, 1, 4);
      expect(parts.perSample).toEqual(whole.perSample);
      expect(parts.gradInput).toEqual(whole.gradInput);
      expect(whole.perSample.some((loss) => loss !== 0)).toBe(true);
    });

    it(`${name} touches no row outside of its block`, () => {
      const part = job(targets);
      kernel(part, 3, 4);
      const inRow = new Set(Array.from({ length: 4 }, (_, c) => rowOffset(layout, 3) + c * layout.stride));
      part.gradInput.forEach((g, i) => {
        if (!inRow.has(i)) expect(g).toBe(0);
      });
      part.perSample.forEach((loss, row) => {
        expect(loss !== 0).toBe(row === 3);
      });
    });
  }

  it('rows are in the order of a target (N, d1)', () => {
    expect(Array.from({ length: 6 }, (_, row) => rowOffset(layout, row))).toEqual([0, 1, 8, 9, 16, 17]);
    expect(layout).toEqual({ rowCount: 6, numClasses: 4, stride: 2 });
  });

  it('the total weight leaves ignored targets out', () => {
    expect(totalWeightOf(target, null, -100)).toBe(5);
    expect(totalWeightOf(target, weight, -100)).toBe(0.5 + 0.25 + 1 + 2 + 0.5);
  });
});
