import { describe, expect, it } from 'vitest';
import { crossEntropyLoss } from '../../../../src/core/loss/crossEntropyLoss';
import { nllLoss } from '../../../../src/core/loss/nllLoss';
import { createTensor, type Tensor } from '../../../../src/core/tensor/tensor';
import { expectSameTensor, type GoldenCase, readGolden, runCase } from './golden';

const { torch, cases } = readGolden<GoldenCase & { correction: string }>('corrections.json');

describe(`what PyTorch ${torch} refuses is corrected where its meaning is evident`, () => {
  for (const golden of cases) {
    it(`${golden.loss}: ${golden.name} -> ${golden.correction}`, () => {
      const result = runCase(golden);
      expect(result.error).toEqual({ ...golden.error, correction: golden.correction });
      expectSameTensor(result.output, golden.output!, golden);
      if (golden.gradInput) expectSameTensor(result.gradInput, golden.gradInput, golden);
    });
  }
});

describe('a refused call without an evident meaning has no value', () => {
  const input = createTensor(Float32Array.of(2, 1, 0.5, 0.5, 2.5, 0.25), [2, 3]);
  const refused: readonly [string, Tensor][] = [
    ['labels that are not whole', createTensor(Float32Array.of(0.5, 1), [2])],
    ['whole labels out of range', createTensor(Float32Array.of(0, 3), [2])],
    ['two labels for each sample', createTensor([0, 1, 1, 0], [2, 2])],
    ['counts that are not one-hot', createTensor([2, 0, 0, 0, 2, 0], [2, 3])],
    ['a label that is nan', createTensor(Float32Array.of(Number.NaN, 1), [2])],
  ];
  for (const [name, target] of refused) {
    it(name, () => {
      for (const loss of [crossEntropyLoss, nllLoss]) {
        const { output, gradInput, perSample, error, totalWeight } = loss(input, target);
        expect([output, gradInput, perSample]).toEqual([null, null, null]);
        expect(totalWeight).toBeNaN();
        expect(error?.correction).toBeNull();
        expect(error?.message).not.toBe('');
      }
    });
  }
});
