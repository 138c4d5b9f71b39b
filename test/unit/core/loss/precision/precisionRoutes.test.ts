import { describe, expect, it } from 'vitest';
import {
  type PrecisionDType,
  type PrecisionRoute,
  precisionResults,
} from '../../../../../src/core/loss/precision/precisionRoutes';
import { roundToDType } from '../../../../../src/core/tensor/roundToDType';
import { decodeNumber, type GoldenNumber } from '../golden';
import { expectClose, panelCases } from '../panelGolden';

interface PrecisionCase extends Readonly<Record<(typeof names)[number], readonly GoldenNumber[]>> {
  readonly kind: 'precision';
  readonly name: string;
  readonly dtype: PrecisionDType;
  readonly row: readonly GoldenNumber[];
}

const names = ['to', 'exp', 'sum', 'divide', 'byHand', 'softmax', 'logOfSoftmax', 'logSoftmax'] as const;

/** The names of PyTorch's results for the steps of a route. */
const stepNames: Readonly<Record<PrecisionRoute, readonly (typeof names)[number][]>> = {
  byHand: ['to', 'exp', 'sum', 'divide', 'byHand'],
  logOfSoftmax: ['to', 'softmax', 'logOfSoftmax'],
  logSoftmax: ['to', 'logSoftmax'],
};

/** One unit in the last place near 1, and the smallest number above 0. */
const units: Readonly<Record<'float64' | 'float32', { epsilon: number; smallest: number }>> = {
  float64: { epsilon: 2 ** -52, smallest: 2 ** -1074 },
  float32: { epsilon: 2 ** -23, smallest: 2 ** -149 },
};

/**
 * The 16-bit types are equal to the last bit. PyTorch's exponentials and sums of the others are some units in the last
 * place off, which the logarithm of a probability near 1 makes absolute.
 */
function toleranceOf(dtype: PrecisionDType, name: (typeof names)[number]) {
  if (dtype === 'float16' || dtype === 'bfloat16') return { relative: 0, absolute: 0 };
  const { epsilon, smallest } = units[dtype];
  const isLogarithm = name === 'byHand' || name === 'logOfSoftmax';
  return { relative: 4 * epsilon, absolute: isLogarithm ? 4 * epsilon : smallest };
}

const decode = (values: readonly GoldenNumber[]) => Float64Array.from(values, decodeNumber);

describe('each operation gives what PyTorch gives in that dtype', () => {
  for (const golden of panelCases<PrecisionCase>('precision')) {
    it(`${golden.name}, ${golden.dtype}`, () => {
      const results = precisionResults(decode(golden.row), 0).filter(({ dtype }) => dtype === golden.dtype);
      expect(results).toHaveLength(3);
      for (const { route, steps } of results) {
        expect(steps).toHaveLength(stepNames[route].length);
        for (const [i, name] of stepNames[route].entries()) {
          const expected = decode(golden[name]).map((value) => roundToDType(value, golden.dtype));
          expectClose(steps[i].values, expected, toleranceOf(golden.dtype, name));
          const special = (values: Float64Array) =>
            values.map((x) => (Number.isFinite(x) && x !== 0 ? 1 : x));
          expect({ route, name, values: special(steps[i].values).map((x) => x + 0) }).toEqual({
            route,
            name,
            values: special(expected).map((x) => x + 0),
          });
        }
      }
    });
  }
});

function resultOf(row: readonly number[], target: number, dtype: PrecisionDType, route: PrecisionRoute) {
  const found = precisionResults(Float64Array.from(row), target).find(
    (result) => result.dtype === dtype && result.route === route,
  );
  if (!found) throw new RangeError(`no result for ${dtype} by ${route}`);
  return found;
}

describe('what rounding loses', () => {
  it('is an overflow where exp is inf, and nan where inf is divided by inf', () => {
    const { steps, loss, error } = resultOf([12, 0], 0, 'float16', 'byHand');
    expect(steps.map(({ operation, losses }) => [operation, losses])).toEqual([
      ['to', [null, null]],
      ['exp', ['overflow', null]],
      ['sum', ['overflow']],
      ['divide', ['nan', 'underflow']],
      ['log', ['nan', 'overflow']],
    ]);
    expect(loss).toBeNaN();
    expect(error).toBeNaN();
  });

  it('is an underflow where a probability is 0, and then an infinite loss', () => {
    const { steps, loss, error } = resultOf([0, 200], 0, 'float32', 'logOfSoftmax');
    expect(steps.map(({ losses }) => losses[0])).toEqual([null, 'underflow', 'overflow']);
    expect(loss).toBe(Number.POSITIVE_INFINITY);
    expect(error).toBe(Number.POSITIVE_INFINITY);
  });

  it('is nothing by log_softmax for the same row', () => {
    const { steps, loss, error } = resultOf([0, 200], 0, 'float32', 'logSoftmax');
    expect(steps.flatMap(({ losses }) => losses)).toEqual(Array(4).fill(null));
    expect(loss).toBe(200);
    expect(error).toBe(0);
  });

  it('is an overflow where the dtype cannot hold a logit', () => {
    expect(resultOf([7e4, 0], 0, 'float16', 'logSoftmax').steps[0].losses).toEqual(['overflow', null]);
    expect(resultOf([7e4, 0], 0, 'bfloat16', 'logSoftmax').steps[0].losses).toEqual([null, null]);
  });

  it('is nothing where the row itself has inf or nan', () => {
    const losses = (row: readonly number[]) =>
      precisionResults(Float64Array.from(row), 0).flatMap(({ steps }) =>
        steps.flatMap((step) => step.losses),
      );
    expect(new Set(losses([0, Number.NEGATIVE_INFINITY]))).toEqual(new Set([null]));
    expect(new Set(losses([Number.NaN, 1]))).toEqual(new Set([null]));
  });

  it('is an underflow also by log_softmax, where the sum of the exponentials rounds to 1', () => {
    const { steps, loss, error } = resultOf([20, 0], 0, 'float32', 'logSoftmax');
    expect(steps[1].losses).toEqual(['underflow', null]);
    expect([loss, error]).toEqual([0, 1]);
    expect(resultOf([20, 0], 0, 'float64', 'logSoftmax').loss).toBeCloseTo(2.0611536e-9, 15);
  });

  it('is measured against log_softmax in float64', () => {
    expect(resultOf([1, 2, 3], 1, 'float64', 'logSoftmax').error).toBe(0);
    const { loss, error } = resultOf([1, 2, 3], 1, 'bfloat16', 'logSoftmax');
    expect(error).toBeCloseTo(Math.abs(loss - 1.4076059644443804) / 1.4076059644443804, 12);
    expect(error).toBeGreaterThan(0);
  });
});
