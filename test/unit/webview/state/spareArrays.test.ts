import { expect, test } from 'vitest';
import { type EvaluateOptions, evaluateParsed, parseText } from '../../../../src/core';
import { arraysFrom } from '../../../../src/webview/state/spareArrays';
import { goodText } from '../newStore';

test('a spare array is handed out once, where its length is asked for', () => {
  const [four, six] = [new Float64Array(4).fill(7), new Float64Array(6).fill(7)];
  const newArray = arraysFrom([four, six]);
  expect(newArray(6)).toBe(six);
  expect(newArray(6)).toEqual(new Float64Array(6));
  expect(newArray(4)).toBe(four);
});

const probabilities = 'logits = [[1.5, 0.25], [0.5, 2.0]]\ntarget = [[0.3, 0.7], [1.0, 0.0]]';
const insertedRow = { 0: { dims: [[0, -1, 1], null], at: Float64Array.of(3), values: Float64Array.of(2) } };

test.each<[string, string, EvaluateOptions]>([
  ['class indices', goodText, {}],
  ['a refused call', 'logits = [[1.5, 0.25]]\ntarget = [7]', {}],
  ['an ignored target', goodText, { ignoreIndex: 0 }],
  ['label smoothing', goodText, { labelSmoothing: 0.1 }],
  ['no reduction', goodText, { reduction: 'none' }],
  ['class probabilities', probabilities, {}],
  ['a changed value', goodText, { edits: { 0: { at: Float64Array.of(1), values: Float64Array.of(9) } } }],
  ['an inserted row', 'logits = [[1.5, 0.25], [0.5, 2.0]]', { edits: insertedRow }],
  ['a temperature', goodText, { temperature: 2 }],
  ['another dtype', goodText, { dtype: 'bfloat16' }],
  ['float64', goodText, { dtype: 'float64' }],
])('nothing of what spare arrays held comes through: %s', (_, text, options) => {
  const parsed = parseText(text);
  const spare = Array.from({ length: 30 }, (_, i) => new Float64Array((i % 10) + 1).fill(Number.NaN));
  expect(evaluateParsed(parsed, options, arraysFrom(spare))).toEqual(evaluateParsed(parsed, options));
});

test('the large arrays of the next evaluation are the spare ones', () => {
  const parsed = parseText(goodText);
  const spare = Array.from({ length: 8 }, () => new Float64Array(6));
  const { tensors, losses, logProbs } = evaluateParsed(parsed, {}, arraysFrom(spare));
  for (const tensor of [
    tensors[0].tensor,
    losses?.crossEntropyLoss.gradInput,
    losses?.nllLoss.gradInput,
    logProbs,
  ])
    expect(spare).toContain(tensor?.data);
});
