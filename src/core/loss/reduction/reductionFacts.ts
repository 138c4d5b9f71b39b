import { rowLayoutOf } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';
import type { CrossEntropyLossOptions, LossResult, Reduction } from '../lossTypes';
import { defaultIgnoreIndex } from '../nllLoss';
import { ignoredSamples } from './ignoredSamples';

/** How the losses of the samples become the result. */
export interface ReductionFacts {
  readonly reduction: Reduction;
  /** Samples, and those of them whose target is `ignoreIndex`. */
  readonly count: number;
  readonly ignoredCount: number;
  /**
   * What 'mean' divides by: the samples that count; the weights of their targets; or, for class probabilities as
   * target, all samples, whatever the weights.
   */
  readonly divisorKind: 'count' | 'weights' | 'samples';
  readonly divisor: number;
  /** Sum of the losses of the samples. */
  readonly sum: number;
  /** The reduced loss; null for 'none'. */
  readonly result: number | null;
  /** For each sample what it adds to the divisor: its target's weight, 1, or 0 where it is ignored. */
  readonly shares: Float64Array;
}

/** The facts of a loss that has a value, null for others. `target` is the one that the result belongs to. */
export function reductionFacts(
  input: Tensor,
  target: Tensor,
  options: CrossEntropyLossOptions,
  result: LossResult,
): ReductionFacts | null {
  const { output, perSample, totalWeight } = result;
  if (!output || !perSample) return null;
  const { ignoreIndex = defaultIgnoreIndex, reduction = 'mean', weight = null } = options;
  const { rowCount } = rowLayoutOf(input.shape);
  const hasProbabilities = isProbabilityTarget({ input, target });
  const isIgnored = ignoredSamples(input, target, ignoreIndex);
  const shares = Float64Array.from({ length: rowCount }, (_, row) => {
    if (isIgnored(row)) return 0;
    return weight && !hasProbabilities ? (weight.data[target.data[row]] ?? Number.NaN) : 1;
  });
  return {
    reduction,
    count: rowCount,
    ignoredCount: Array.from(shares.keys()).filter(isIgnored).length,
    divisorKind: hasProbabilities ? 'samples' : weight ? 'weights' : 'count',
    divisor: totalWeight,
    sum: perSample.data.reduce((sum, loss) => sum + loss, 0),
    result: reduction === 'none' ? null : output.data[0],
    shares,
  };
}
