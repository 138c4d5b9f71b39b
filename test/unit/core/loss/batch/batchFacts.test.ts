import { describe, expect, test } from 'vitest';
import { batchFacts } from '../../../../../src/core/loss/batch/batchFacts';
import { crossEntropyLoss } from '../../../../../src/core/loss/crossEntropyLoss';
import { lossKeys } from '../../../../../src/core/loss/lossKeys';
import type { CrossEntropyLossOptions } from '../../../../../src/core/loss/lossTypes';
import { nllLoss } from '../../../../../src/core/loss/nllLoss';
import { createTensor, type Tensor } from '../../../../../src/core/tensor/tensor';
import { decodeTensor, type GoldenTensor, readGolden } from '../golden';
import { decodeOptions, expectClose, type PanelCall } from '../panelGolden';

interface LossOfBatch {
  readonly means: GoldenTensor;
  readonly norms: GoldenTensor;
}

interface BatchCase extends PanelCall {
  readonly predicted: GoldenTensor;
  readonly classes: GoldenTensor;
  readonly hits: GoldenTensor;
  readonly ties: GoldenTensor;
  readonly confusion: GoldenTensor;
  readonly crossEntropyLoss: LossOfBatch;
  readonly nllLoss?: LossOfBatch;
}

const { cases } = readGolden<BatchCase>('batch_facts.json');

function factsOf(input: Tensor, target: Tensor | null, options: CrossEntropyLossOptions = {}) {
  const given = target ?? createTensor([], [0], 'int64');
  return batchFacts(input, target, options, {
    crossEntropyLoss: crossEntropyLoss(input, given, options),
    nllLoss: nllLoss(input, given, options),
  });
}

function goldenFacts({ input, target, options }: BatchCase) {
  const facts = factsOf(decodeTensor(input), decodeTensor(target), decodeOptions(options));
  if (!facts.accuracy || !facts.predicted) throw new Error('nothing to compare');
  return { ...facts, accuracy: facts.accuracy, predicted: facts.predicted };
}

describe.each(cases)('$name', (golden) => {
  const facts = goldenFacts(golden);
  const { accuracy } = facts;

  test('predictions and targets are those of argmax', () => {
    expect(Array.from(facts.predicted)).toEqual(golden.predicted.data);
    expect(Array.from(accuracy.target)).toEqual(golden.classes.data);
    expect(accuracy.ignoredCount).toBe(golden.classes.data.filter((klass) => klass === -1).length);
  });

  test('the target is among the k largest as often as after sort', () => {
    expect(Array.from(accuracy.top.hits)).toEqual(golden.hits.data);
    expect(Array.from(accuracy.top.ties)).toEqual(golden.ties.data);
  });

  test('pairs of target and prediction are counted', () => {
    const [numClasses] = golden.confusion.shape;
    const counts = new Array<number>(numClasses * numClasses).fill(0);
    const { target, predicted, count } = accuracy.confusion;
    count.forEach((n, i) => {
      counts[target[i] * numClasses + predicted[i]] = n;
    });
    expect(counts).toEqual(golden.confusion.data);
    expect(Array.from(count)).toEqual(Array.from(count).sort((a, b) => b - a));
  });

  const called = lossKeys.filter((loss) => golden[loss]);
  test.each(called)('%s: means by class, and the norm of each gradient', (loss) => {
    const { means, norms } = golden[loss] as LossOfBatch;
    const tolerance = { relative: golden.input.dtype === 'float64' ? 1e-12 : 1e-6, absolute: 1e-14 };
    expectClose(accuracy.classes.meanLoss[loss] ?? [], decodeTensor(means).data, tolerance);
    expectClose(facts.gradients[loss]?.norms ?? [], decodeTensor(norms).data, tolerance);
  });
});

describe('what is not defined', () => {
  const input = createTensor([1, 2, 4, 3], [2, 2], 'float32');

  test('is no accuracy without a target, but the predictions are', () => {
    const { accuracy, predicted } = factsOf(input, null);
    expect([accuracy, Array.from(predicted ?? [])]).toEqual([null, [1, 0]]);
  });

  test('is none with a target that PyTorch refuses', () => {
    expect(factsOf(input, createTensor([0, 5], [2], 'int64')).accuracy).toBeNull();
    expect(factsOf(input, createTensor([0, 1, 1], [3], 'int64')).accuracy).toBeNull();
  });

  test('is no prediction without classes', () => {
    expect(factsOf(createTensor([], [2, 0], 'float32'), null).predicted).toBeNull();
  });
});

test('a target that is evidently meant otherwise is compared as it was meant', () => {
  const input = createTensor([1, 2, 4, 3], [2, 2], 'float32');
  const { accuracy } = factsOf(input, createTensor([1, 1], [2], 'float32'));
  expect(Array.from(accuracy?.target ?? [])).toEqual([1, 1]);
  expect(accuracy?.top.hits[0]).toBe(1);
});

test('the peak of a row passes over nan and inf', () => {
  const input = createTensor([Number.POSITIVE_INFINITY, 0, 1, 2], [2, 2], 'float64');
  const { gradients } = factsOf(input, createTensor([0, 1], [2], 'int64'));
  expect(gradients.crossEntropyLoss?.peaks[0]).toBe(0);
  expect(Array.from(gradients.nllLoss?.peaks ?? [])).toEqual([0.5, 0.5]);
});
