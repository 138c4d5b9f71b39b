import { describe, expect, it } from 'vitest';
import { logSoftmax, softmax } from '../../../../src/core/loss/logSoftmax';
import { createTensor } from '../../../../src/core/tensor/tensor';

const input = createTensor(
  Float64Array.from({ length: 24 }, (_, i) => Math.sin(i * 7)),
  [2, 3, 4],
);

/** Sums of exp over `dim` of a (2, 3, 4) tensor. */
function sumsOfExp(data: Float64Array, dim: number): number[] {
  const sums = new Map<string, number>();
  data.forEach((value, i) => {
    const position = [Math.floor(i / 12), Math.floor(i / 4) % 3, i % 4];
    const key = position.filter((_, d) => d !== dim).join();
    sums.set(key, (sums.get(key) ?? 0) + Math.exp(value));
  });
  return [...sums.values()];
}

describe('logSoftmax', () => {
  for (const dim of [0, 1, 2, -1, -2, -3]) {
    it(`sums to 1 along dim ${dim}`, () => {
      const { data, shape } = logSoftmax(input, dim);
      expect(shape).toEqual([2, 3, 4]);
      for (const sum of sumsOfExp(data, (dim + 3) % 3)) expect(sum).toBeCloseTo(1, 14);
    });
  }

  it('goes along the classes unless told otherwise: dim 1, or 0 of one dimension', () => {
    expect(logSoftmax(input).data).toEqual(logSoftmax(input, 1).data);
    const row = createTensor(Float64Array.of(1, 2), [2]);
    expect(logSoftmax(row).data).toEqual(logSoftmax(row, 0).data);
  });

  it('is 0 for a scalar', () => {
    expect([...logSoftmax(createTensor(Float64Array.of(5), [])).data]).toEqual([0]);
  });

  it('is the logarithm of softmax', () => {
    const probs = softmax(input, 2).data;
    logSoftmax(input, 2).data.forEach((logProb, i) => {
      expect(Math.log(probs[i])).toBeCloseTo(logProb, 14);
    });
  });

  it('keeps -inf beside finite values, and is nan throughout a row with nan, +inf or -inf alone', () => {
    const inf = Number.POSITIVE_INFINITY;
    const rows = createTensor(Float64Array.of(-inf, 3, inf, 3, Number.NaN, 3, -inf, -inf), [4, 2]);
    const nan = Number.NaN;
    expect([...logSoftmax(rows).data]).toEqual([-inf, 0, nan, nan, nan, nan, nan, nan]);
    expect([...softmax(rows).data]).toEqual([0, 1, nan, nan, nan, nan, nan, nan]);
  });

  it('gives float32 for whole numbers and keeps a floating-point dtype', () => {
    expect(logSoftmax(createTensor([1, 2], [2])).dtype).toBe('float32');
    expect(softmax(createTensor([1, 2], [2], 'bfloat16')).dtype).toBe('bfloat16');
  });

  it('throws for a dimension that is not there', () => {
    expect(() => logSoftmax(input, 3)).toThrow(
      new RangeError('expected dim in [-3, 2] for 3 dimensions, got 3'),
    );
    expect(() => softmax(input, -4)).toThrow(RangeError);
    expect(() => softmax(input, 0.5)).toThrow(RangeError);
  });
});
