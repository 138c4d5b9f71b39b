import { type LossKey, lossKeys } from '../../../core';
import type { SampleColumn } from '../../../messages/batchView';
import { type Bin, isIn } from './bins';
import type { SampleFacts } from './sampleFacts';
import { sortedInSteps } from './stableSort';

export interface SampleSort {
  readonly column: SampleColumn;
  readonly isDescending: boolean;
}

/** Which samples are shown: those for which all of it holds. */
export interface SampleFilter {
  readonly isWrongOnly: boolean;
  readonly target: number | null;
  readonly predicted: number | null;
  /** A bar of the histogram of the loss that is looked at. */
  readonly bin: Bin | null;
}

export const everySample: SampleFilter = { isWrongOnly: false, target: null, predicted: null, bin: null };

export function isFiltering({ isWrongOnly, target, predicted, bin }: SampleFilter): boolean {
  return isWrongOnly || target !== null || predicted !== null || bin !== null;
}

/** Samples that are looked at between two pauses. */
const samplesAtOnce = 4096;

/** The samples that a filter leaves, by a column, in steps. */
export function* samplesInOrder(
  facts: SampleFacts,
  filter: SampleFilter,
  sort: SampleSort,
  loss: LossKey,
): Generator<void, Uint32Array> {
  return yield* sortedSamples(yield* samplesIn(facts, filter, loss), facts, sort, loss);
}

/** The samples that a filter leaves, in their order. */
export function* samplesIn(
  facts: SampleFacts,
  filter: SampleFilter,
  loss: LossKey,
): Generator<void, Uint32Array> {
  const { isWrongOnly, target, predicted, bin } = filter;
  const shown = new Uint32Array(facts.count);
  let length = 0;
  for (let sample = 0; sample < facts.count; sample++) {
    if (sample % samplesAtOnce === 0) yield;
    if (isWrongOnly && facts.isRight(sample) !== false) continue;
    if (target !== null && facts.target(sample) !== target) continue;
    if (predicted !== null && facts.predicted(sample) !== predicted) continue;
    if (bin && (facts.isIgnored(sample) || !isIn(facts.loss(loss, sample), bin))) continue;
    shown[length++] = sample;
  }
  return shown.subarray(0, length);
}

/**
 * Samples by a column; nan is the largest, what has no value is the smallest, and equals stay in their order. `samples`
 * is changed.
 */
export function* sortedSamples(
  samples: Uint32Array,
  facts: SampleFacts,
  { column, isDescending }: SampleSort,
  loss: LossKey,
): Generator<void, Uint32Array> {
  if (column === 'sample') return isDescending ? samples.reverse() : samples;
  const keys = new Float64Array(facts.count);
  for (let index = 0; index < samples.length; index++) {
    if (index % samplesAtOnce === 0) yield;
    const sample = samples[index];
    keys[sample] = rankOf(valueIn(column, facts, sample, loss));
  }
  const sign = isDescending ? -1 : 1;
  return yield* sortedInSteps(samples, (a, b) => sign * compare(keys[a], keys[b]) || a - b);
}

/** The order that a click on a header asks for: the other way round, or what is worst first. */
export function nextSort(sort: SampleSort, column: SampleColumn): SampleSort {
  if (sort.column === column) return { column, isDescending: !sort.isDescending };
  return { column, isDescending: column === 'gradNorm' || lossKeys.some((key) => key === column) };
}

function valueIn(column: SampleColumn, facts: SampleFacts, sample: number, loss: LossKey): number | null {
  switch (column) {
    case 'sample':
      return sample;
    case 'target':
      return facts.target(sample);
    case 'predicted':
      return facts.predicted(sample);
    case 'probability':
      return facts.probability(sample);
    case 'gradNorm':
      return facts.gradNorm(loss, sample);
    case 'crossEntropyLoss':
    case 'nllLoss':
      return facts.loss(column, sample);
  }
}

function rankOf(value: number | null): number {
  if (value === null) return Number.NEGATIVE_INFINITY;
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

/** Infinities are equal to themselves, which their difference is not. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
