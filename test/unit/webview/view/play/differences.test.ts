import { expect, test } from 'vitest';
import { evaluateText } from '../../../../../src/core';
import { differencesOf, sampleDifferences } from '../../../../../src/webview/view/play/differences';

const before = evaluateText('logits = [[2.0, 1.0], [0.5, 2.5], [1.0, 1.0]]\ny = [0, 1, 0]');
const now = evaluateText('logits = [[2.5, 1.0], [0.5, -2.5], [1.0, 1.0]]\ny = [0, 1, 0]');

test('both losses and the norms of their gradients are compared', () => {
  const rows = differencesOf(before, now);
  expect(rows.map(({ loss, kind }) => `${loss} ${kind}`)).toEqual([
    'crossEntropyLoss value',
    'crossEntropyLoss gradNorm',
    'nllLoss value',
    'nllLoss gradNorm',
  ]);
  expect(rows[2].before).toBeCloseTo(-5.5 / 3, 12);
  expect(rows[2].now).toBeCloseTo(-1 / 3, 12);
});

test('the samples that changed come with the largest change first', () => {
  expect(sampleDifferences(before, now)?.map(({ sample }) => sample)).toEqual([1, 0]);
});

test('samples of another number are not compared', () => {
  expect(sampleDifferences(before, evaluateText('logits = [[2.0, 1.0]]\ny = [0]'))).toBeNull();
});

test('nothing has changed against itself', () => {
  expect(sampleDifferences(before, before)).toEqual([]);
});
