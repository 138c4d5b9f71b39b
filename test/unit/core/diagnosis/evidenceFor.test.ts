import { expect, test } from 'vitest';
import { describe, evidenceGroups, markedLimit } from '../../../../src/core';
import { createTensor } from '../../../../src/core/tensor/tensor';

/** What the evidence of rows of two says: each heading, then what was measured with its marked limit. */
function saidOf(data: readonly number[], role?: 'input' | 'weight'): readonly string[] {
  const tensor = createTensor(data, [data.length / 2, 2], 'float32');
  const groups = evidenceGroups(describe(tensor, { role }).evidence);
  return groups.flatMap(({ says, evidence }) => [
    says,
    ...evidence.map((one) => `${one.quantity} ${markedLimit(one).slice(0, 3)}`),
  ]);
}

test.each<[string, readonly number[], readonly string[]]>([
  ['logits', [2, -1, 3, 1], ['Not log-probabilities because', 'Σ exp(x) ✗ 1', 'max x ✗ ≤']],
  ['logits below 0', [-2, -0.1, -3, -1], ['Not log-probabilities because', 'Σ exp(x) ✗ 1']],
  ['probabilities', [0.25, 0.75, 0.5, 0.5], ['Looks like probabilities because', 'Σ x ✓ 1', 'min x ✓ ≥']],
  [
    'log-probabilities',
    [Math.log(0.25), Math.log(0.75), Math.log(0.5), Math.log(0.5)],
    ['Looks like log-probabilities because', 'Σ exp(x) ✓ 1'],
  ],
  ['percentages', [25, 75, 50, 50], ['Not probabilities because', 'Σ x ✗ 1']],
])('only what a verdict rests on is its evidence: %s', (_name, data, said) => {
  expect(saidOf(data)).toEqual(said);
});
