import { describe, expect, it, test } from 'vitest';
import { calibrationOf } from '../../../../../src/core/loss/batch/calibration';
import { decodeNumber, decodeTensor, type GoldenNumber, type GoldenTensor } from '../golden';
import { expectClose, panelCases } from '../panelGolden';

interface CalibrationCase {
  readonly kind: string;
  readonly name: string;
  /** Count, accuracy and mean confidence of each bin. */
  readonly bins: readonly (readonly [number, GoldenNumber, GoldenNumber])[];
  readonly confidence: GoldenTensor;
  readonly right: GoldenTensor;
  readonly expectedError: GoldenNumber;
  readonly maximumError: GoldenNumber;
}

const numbers = (...values: number[]) => Float64Array.from(values);

describe('bins and errors are those of PyTorch', () => {
  test.each(panelCases<CalibrationCase>('calibration', 'batch_measures.json'))('$name', (golden) => {
    const [confidence, right] = [decodeTensor(golden.confidence).data, decodeTensor(golden.right).data];
    const found = calibrationOf(confidence, right, golden.bins.length);
    expect(found.bins.map(({ count }) => count)).toEqual(golden.bins.map(([count]) => count));
    expectClose(
      found.bins.map(({ accuracy }) => accuracy),
      golden.bins.map(([, one]) => decodeNumber(one)),
    );
    expectClose(
      found.bins.map((bin) => bin.confidence),
      golden.bins.map(([, , one]) => decodeNumber(one)),
    );
    expectClose(
      [found.expectedError, found.maximumError],
      [golden.expectedError, golden.maximumError].map(decodeNumber),
      { relative: 1e-12, absolute: 1e-15 },
    );
  });
});

describe('calibration', () => {
  it('puts a confidence on a limit into the bin below it, as 1 into the last and 0 into the first', () => {
    for (const bins of [3, 7, 10, 15, 20, 49]) {
      const limits = Float64Array.from({ length: bins }, (_, bin) => (bin + 1) / bins);
      const found = calibrationOf(limits, new Float64Array(bins), bins);
      expect(found.bins.map(({ count }) => count)).toEqual(new Array(bins).fill(1));
      const above = calibrationOf(
        limits.slice(0, -1).map((limit) => limit * (1 + 2 ** -52)),
        limits.fill(0),
        bins,
      );
      expect(above.bins.map(({ count }) => count)).toEqual([0, ...new Array(bins - 1).fill(1)]);
    }
    expect(calibrationOf(numbers(0, 1), numbers(1, 1), 2).bins.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('is perfect where each bin is right as often as it is confident', () => {
    const found = calibrationOf(numbers(0.75, 0.75, 0.75, 0.75), numbers(1, 1, 0, 1), 10);
    expect(found).toMatchObject({
      count: 4,
      accuracy: 0.75,
      confidence: 0.75,
      expectedError: 0,
      maximumError: 0,
    });
  });

  it('leaves out samples without a confidence or a class to be right about', () => {
    const found = calibrationOf(numbers(Number.NaN, 0.9, 1.5, 0.9), numbers(1, Number.NaN, 1, 0), 10);
    expect(found).toMatchObject({ count: 1, accuracy: 0, confidence: 0.9 });
  });

  it('has no errors without samples', () => {
    expect(calibrationOf(numbers(), numbers(), 10)).toMatchObject({
      count: 0,
      expectedError: Number.NaN,
      maximumError: Number.NaN,
    });
  });
});
