import type { Tensor } from '../../tensor/tensor';
import type { CrossEntropyLossOptions, LossResult } from '../lossTypes';
import { defaultIgnoreIndex } from '../nllLoss';
import { ignoredSamples } from './ignoredSamples';
import { reductionFacts } from './reductionFacts';

/** Some rows of a batch and the loss of them alone, with `reduction='mean'`. */
export interface MicroBatch {
  /** Samples, and those of them whose target is `ignoreIndex`. */
  readonly count: number;
  readonly ignoredCount: number;
  /** What the mean of these rows divides by, see `ReductionFacts`. */
  readonly divisor: number;
  /** Sum of the losses of the samples. */
  readonly sum: number;
  /** `sum / divisor`; NaN when nothing counts. */
  readonly mean: number;
}

/** A batch that is evaluated in two parts, as gradients are accumulated over micro-batches. */
export interface MicroBatches {
  readonly parts: readonly [MicroBatch, MicroBatch];
  readonly whole: MicroBatch;
  /** What the loop that averages the means has; equal to `whole.mean` only where both parts divide by the same. */
  readonly meanOfMeans: number;
}

/**
 * A batch cut before row `at` of its first dimension; null for a loss without a value. `target` and `options` are
 * those that the result belongs to; its reduction is of no matter.
 *
 * @throws RangeError when a part would have no row, as for an input of shape (C).
 */
export function microBatches(
  input: Tensor,
  target: Tensor,
  options: CrossEntropyLossOptions,
  result: LossResult,
  at: number,
): MicroBatches | null {
  const facts = reductionFacts(input, target, options, result);
  if (!facts || !result.perSample) return null;
  const losses = result.perSample.data;
  const batchSize = input.shape.length > 1 ? input.shape[0] : 1;
  if (!(at > 0 && at < batchSize)) throw new RangeError(`expected a row in [1, ${batchSize}), got ${at}`);
  const isIgnored = ignoredSamples(input, target, options.ignoreIndex ?? defaultIgnoreIndex);
  const partOf = (from: number, to: number): MicroBatch => {
    let [ignoredCount, divisor, sum] = [0, 0, 0];
    for (let sample = from; sample < to; sample++) {
      ignoredCount += Number(isIgnored(sample));
      divisor += facts.shares[sample];
      sum += losses[sample];
    }
    return { count: to - from, ignoredCount, divisor, sum, mean: sum / divisor };
  };
  const cut = (facts.count / batchSize) * at;
  const parts = [partOf(0, cut), partOf(cut, facts.count)] as const;
  return { parts, whole: partOf(0, facts.count), meanOfMeans: (parts[0].mean + parts[1].mean) / 2 };
}
