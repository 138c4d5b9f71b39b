import { describe, expect, it } from 'vitest';
import { nllLoss } from '../../../../src/core/loss/nllLoss';
import { createTensor } from '../../../../src/core/tensor/tensor';

describe('nllLoss', () => {
  it('takes probabilities for log-probabilities without complaint, which makes it negative', () => {
    const { output, error } = nllLoss(
      createTensor(Float64Array.of(0.9, 0.1), [1, 2]),
      createTensor([0], [1]),
    );
    expect(output!.data[0]).toBe(-0.9);
    expect(error).toBeUndefined();
  });

  it('has a gradient at the target alone, whatever the input holds', () => {
    const input = createTensor(Float64Array.of(5, -3, 9, 1, 1, 1), [2, 3]);
    const { gradInput } = nllLoss(input, createTensor([0, 1], [2]));
    expect([...gradInput!.data]).toEqual([-0.5, 0, 0, 0, -0.5, 0]);
  });

  it('divides the mean by the summed weights of the targets that are not ignored', () => {
    const input = createTensor(Float64Array.of(-1, -2, -3, -4, -5, -6), [3, 2]);
    const { output, totalWeight, gradInput } = nllLoss(input, createTensor([0, 1, 7], [3]), {
      weight: createTensor(Float64Array.of(0.5, 1.5), [2]),
      ignoreIndex: 7,
    });
    expect(totalWeight).toBe(2);
    expect(output!.data[0]).toBe((0.5 * 1 + 1.5 * 4) / 2);
    expect([...gradInput!.data]).toEqual([-0.25, 0, 0, -0.75, 0, 0]);
  });
});
