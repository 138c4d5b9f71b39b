import { describe, expect, test } from 'vitest';
import type { SampleColumn } from '../../../../../src/messages/batchView';
import { finished } from '../../../../../src/webview/page/useInSlices';
import { spreadOf } from '../../../../../src/webview/view/batch/bins';
import { sampleFacts } from '../../../../../src/webview/view/batch/sampleFacts';
import {
  everySample,
  nextSort,
  type SampleFilter,
  samplesIn,
  sortedSamples,
} from '../../../../../src/webview/view/batch/sampleOrder';
import { partsOf } from '../partsOf';

/** Sample 1 is wrong, 3 is ignored, 4 has nan. */
const text = `logits = [[2.0, 1.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 1.0], [5.0, 0.0, 0.0], [nan, 0.0, 0.0]]
target = [0, 2, 2, -100, 0]`;

const parts = partsOf(text);
const facts = sampleFacts(parts);
const loss = 'crossEntropyLoss';
const all = [0, 1, 2, 3, 4];
const filtered = (filter: Partial<SampleFilter>) =>
  Array.from(finished(samplesIn(facts, { ...everySample, ...filter }, loss)));
const sorted = (column: SampleColumn, isDescending: boolean) =>
  Array.from(finished(sortedSamples(Uint32Array.from(all), facts, { column, isDescending }, loss)));

describe('what is known of each sample', () => {
  test('prediction, target, and whether they are the same', () => {
    expect(all.map(facts.predicted)).toEqual([0, 1, 2, 0, 0]);
    expect(all.map(facts.target)).toEqual([0, 2, 2, null, 0]);
    expect(all.map(facts.isRight)).toEqual([true, false, true, null, true]);
  });

  // torch.tensor([2., 1., 0.]).softmax(0)[0]
  test('the probability of the target is that of softmax', () => {
    expect(facts.probability(0)).toBeCloseTo(0.6652409557748219, 14);
    expect(facts.probability(3)).toBeNaN();
  });

  test('an assumed target is neither right nor wrong', () => {
    const assumed = sampleFacts(partsOf('logits = [[2.0, 1.0], [0.0, 3.0]]'));
    expect([0, 1].map(assumed.isRight)).toEqual([null, null]);
    expect([0, 1].map(assumed.target)).toEqual([0, 1]);
  });

  test('probabilities are compared with their argmax', () => {
    const soft = sampleFacts(partsOf('logits = [[2.0, 1.0], [0.0, 3.0]]\ntarget = [[0.4, 0.6], [0.2, 0.8]]'));
    expect([0, 1].map(soft.isRight)).toEqual([false, true]);
  });
});

describe('the samples that are shown', () => {
  test('are all, the wrong ones, or those of a class', () => {
    expect(filtered({})).toEqual(all);
    expect(filtered({ isWrongOnly: true })).toEqual([1]);
    expect(filtered({ target: 2 })).toEqual([1, 2]);
    expect(filtered({ predicted: 0 })).toEqual([0, 3, 4]);
  });

  test('are those for which every filter holds, and may be none', () => {
    expect(filtered({ target: 2, predicted: 1 })).toEqual([1]);
    expect(filtered({ target: 2, predicted: 1, isWrongOnly: true })).toEqual([1]);
    expect(filtered({ target: 0, isWrongOnly: true })).toEqual([]);
  });

  test('are those of a bar, as many as it counts', () => {
    const losses = parts.losses[loss].perSample?.data ?? new Float64Array(0);
    const { bins, count } = finished(spreadOf(losses, facts.isIgnored));
    expect(count).toBe(4);
    for (const bin of bins) expect(filtered({ bin }).length).toBe(bin.count);
  });
});

describe('the order of the samples', () => {
  test('is by any column, either way, nan as the largest', () => {
    expect(sorted('sample', true)).toEqual([4, 3, 2, 1, 0]);
    expect(sorted(loss, true)).toEqual([4, 1, 2, 0, 3]);
    expect(sorted(loss, false)).toEqual([3, 0, 2, 1, 4]);
    expect(sorted('gradNorm', true)[0]).toBe(4);
    expect(sorted('nllLoss', true)[0]).toBe(4);
  });

  test('keeps equals in their order, and puts what has no value below all others', () => {
    expect(sorted('predicted', false)).toEqual([0, 3, 4, 1, 2]);
    expect(sorted('predicted', true)).toEqual([2, 1, 0, 3, 4]);
    expect(sorted('target', false)).toEqual([3, 0, 4, 1, 2]);
    expect(sorted('target', true)).toEqual([1, 2, 0, 4, 3]);
  });

  test('begins with what is worst, and turns at the second click', () => {
    const start = { column: 'sample', isDescending: false } as const;
    expect(nextSort(start, 'nllLoss')).toEqual({ column: 'nllLoss', isDescending: true });
    expect(nextSort(start, 'probability')).toEqual({ column: 'probability', isDescending: false });
    expect(nextSort(start, 'sample')).toEqual({ column: 'sample', isDescending: true });
  });
});
