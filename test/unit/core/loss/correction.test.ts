import { describe, expect, it, test } from 'vitest';
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

describe('an input of other dimensions than PyTorch takes is told what to do, and has no value', () => {
  // Messages from PyTorch 2.13.
  test.each([
    [[4, 2, 3], [4, 2], 'Expected target size [4, 3], got [4, 2]', 'input.transpose(1, 2)'],
    [
      [2, 3, 4, 5],
      [2, 3, 4],
      'size mismatch (got input: [2, 3, 4, 5] , target: [2, 3, 4]',
      'input.movedim(-1, 1)',
    ],
    [[4, 2, 3], [8], 'Expected input batch_size (4) to match target batch_size (8).', 'input.reshape(-1, 3)'],
  ])('%j with %j', (shape, targetShape, message, correction) => {
    const input = createTensor(new Float64Array(shape.reduce((a, b) => a * b)).fill(0.5), shape);
    const target = createTensor(new Float64Array(targetShape.reduce((a, b) => a * b)), targetShape, 'int64');
    for (const loss of [crossEntropyLoss, nllLoss])
      expect(loss(input, target)).toMatchObject({
        output: null,
        gradInput: null,
        error: { message, correction },
      });
  });

  it('not where the classes cannot be the last dimension', () => {
    const input = createTensor(new Float64Array(24), [4, 3, 2]);
    const target = createTensor(new Float64Array(12).fill(2), [4, 3], 'int64');
    expect(crossEntropyLoss(input, target).error?.correction).toBeNull();
  });
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
