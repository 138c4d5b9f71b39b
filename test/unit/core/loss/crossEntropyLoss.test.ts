import { describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../src/core/loss/crossEntropyLoss';
import { logSoftmax } from '../../../../src/core/loss/logSoftmax';
import { nllLoss } from '../../../../src/core/loss/nllLoss';
import { createTensor } from '../../../../src/core/tensor/tensor';

const input = createTensor(Float64Array.of(2, 1, 0.1, 0.5, 2.5, 0.3), [2, 3]);
const indices = createTensor([0, 1], [2]);
const probs = createTensor(Float64Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1), [2, 3]);
const weight = createTensor(Float64Array.of(1, 2, 3), [3]);

describe('crossEntropyLoss', () => {
  it('is nan with gradient 0 for mean when every target is ignored', () => {
    const target = createTensor([-100, -100], [2]);
    const { output, gradInput, totalWeight } = crossEntropyLoss(input, target);
    expect(output!.data[0]).toBeNaN();
    expect([...gradInput!.data]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(totalWeight).toBe(0);
  });

  it('is nan for mean and 0 for sum of an empty batch', () => {
    const empty = createTensor(new Float64Array(0), [0, 3]);
    const target = createTensor([], [0], 'int64');
    expect(crossEntropyLoss(empty, target).output!.data[0]).toBeNaN();
    expect(crossEntropyLoss(empty, target, { reduction: 'sum' }).output!.data[0]).toBe(0);
    expect(crossEntropyLoss(empty, target, { reduction: 'none' }).output!.shape).toEqual([0]);
  });

  it('divides a weighted mean by the summed weights for class indices', () => {
    const { output, totalWeight, perSample } = crossEntropyLoss(input, indices, { weight });
    expect(totalWeight).toBe(3);
    expect(output!.data[0]).toBeCloseTo(0.28571, 5);
    expect(output!.data[0]).toBe((perSample!.data[0] + perSample!.data[1]) / 3);
  });

  it('divides a weighted mean by the number of samples for class probabilities', () => {
    const { output, totalWeight } = crossEntropyLoss(input, probs, { weight });
    expect(totalWeight).toBe(2);
    expect(output!.data[0]).toBeCloseTo(1.426971, 6);
  });

  it('takes a target of the shape of the input for probabilities', () => {
    const oneHot = createTensor(Float64Array.of(1, 0, 0, 0, 1, 0), [2, 3]);
    const { output, error } = crossEntropyLoss(input, oneHot);
    expect(error).toBeUndefined();
    expect(output!.data[0]).toBeCloseTo(crossEntropyLoss(input, indices).output!.data[0], 15);
  });

  it('takes one sample (C) with a target ()', () => {
    const { output, gradInput } = crossEntropyLoss(
      createTensor(Float64Array.of(2, 1, 0.1), [3]),
      createTensor([0], []),
    );
    expect(output!.shape).toEqual([]);
    expect(output!.data[0]).toBeCloseTo(0.41703, 6);
    expect(gradInput!.shape).toEqual([3]);
  });

  it('takes the classes from dimension 1 of (N, C, d1)', () => {
    const transposed = createTensor(Float64Array.of(2, 0.5, 1, 2.5, 0.1, 0.3), [1, 3, 2]);
    const target = createTensor([0, 1], [1, 2]);
    const { perSample, gradInput } = crossEntropyLoss(transposed, target);
    const flat = crossEntropyLoss(input, indices);
    expect(perSample!.shape).toEqual([1, 2]);
    expect([...perSample!.data]).toEqual([...flat.perSample!.data]);
    const [a, b, c, d, e, f] = flat.gradInput!.data;
    expect([...gradInput!.data]).toEqual([a, d, b, e, c, f]);
  });

  it('stays finite for logits of 1e4 and -1e4', () => {
    const large = createTensor(Float64Array.of(1e4, -1e4), [1, 2]);
    const { output, gradInput } = crossEntropyLoss(large, createTensor([1], [1]));
    expect(output!.data[0]).toBe(20000);
    expect([...gradInput!.data]).toEqual([1, -1]);
  });

  it('is finite with a logit of -inf beside the target, and inf with a finite gradient at it', () => {
    const row = createTensor(Float64Array.of(Number.NEGATIVE_INFINITY, 1, 0), [1, 3]);
    const beside = crossEntropyLoss(row, createTensor([2], [1]));
    expect(beside.output!.data[0]).toBeCloseTo(1.313262, 6);
    expect(beside.gradInput!.data[0]).toBe(0);
    const at = crossEntropyLoss(row, createTensor([0], [1]));
    expect(at.output!.data[0]).toBe(Number.POSITIVE_INFINITY);
    expect([...at.gradInput!.data].map((g) => Number(g.toFixed(4)))).toEqual([-1, 0.7311, 0.2689]);
  });

  it('is nllLoss of logSoftmax', () => {
    const direct = crossEntropyLoss(input, indices, { weight, reduction: 'none' });
    const bridge = nllLoss(logSoftmax(input), indices, { weight, reduction: 'none' });
    expect([...bridge.output!.data]).toEqual([...direct.output!.data]);
  });

  it('gives 0.4071 for the logits of the well-known example', () => {
    const logits = createTensor([1.2, 0.5, -0.8, -0.5, 0.8, 2], [2, 3], 'float32');
    expect(crossEntropyLoss(logits, createTensor([0, 2], [2])).output!.data[0].toFixed(4)).toBe('0.4071');
  });

  it('does not change its arguments', () => {
    const before = [...input.data];
    crossEntropyLoss(input, createTensor(Float64Array.of(0, 1), [2, 1]), { labelSmoothing: 0.1 });
    expect([...input.data]).toEqual(before);
  });

  it('refuses a reduction that it does not know before it looks at anything else', () => {
    const { error, output } = crossEntropyLoss(input, createTensor([0], [1]), { reduction: 'avg' as 'mean' });
    expect(error).toEqual({
      type: 'ValueError',
      message: 'avg is not a valid value for reduction',
      correction: null,
    });
    expect(output).toBeNull();
  });
});
