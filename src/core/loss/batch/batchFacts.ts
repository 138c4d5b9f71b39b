import { extremeIndices } from '../../tensor/extreme';
import { type RowLayout, rowLayoutOf } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';
import { resolveCrossEntropyLoss } from '../crossEntropyLoss';
import type { LossKey } from '../lossKeys';
import type { CrossEntropyLossOptions, LossResult } from '../lossTypes';
import { defaultIgnoreIndex, resolveNllLoss } from '../nllLoss';
import { ignoredSamples } from '../reduction/ignoredSamples';
import { type ClassFacts, classFacts } from './classFacts';
import { type Confusion, confusionOf } from './confusion';
import { type RowSizes, rowSizes } from './rowSizes';
import { type TopCounts, topCounts } from './topCounts';

/** How often the largest value of a sample is that of its target. */
export interface Accuracy {
  /** (rows): the class that the prediction is compared with, -1 for a sample that is ignored. */
  readonly target: Float64Array;
  /** What `target` is: the class indices, or the argmax of class probabilities. */
  readonly targetKind: 'indices' | 'probabilities';
  readonly ignoredCount: number;
  readonly top: TopCounts;
  readonly classes: ClassFacts;
  readonly confusion: Confusion;
}

/** What is asked of a batch beside its losses. `rows` are the positions of an unreduced loss. */
export interface BatchFacts {
  /** (rows): `input.argmax(1)`, see `extremeIndices`; null for an input without classes. */
  readonly predicted: Float64Array | null;
  /** Null where there is nothing to compare with: no target, or one that PyTorch refuses. */
  readonly accuracy: Accuracy | null;
  /** Of the gradient of each loss; null where it has none. */
  readonly gradients: Readonly<Record<LossKey, RowSizes | null>>;
}

/** `target` is null where none is known; `results` are those of the losses on both. */
export function batchFacts(
  input: Tensor,
  target: Tensor | null,
  options: CrossEntropyLossOptions,
  results: Readonly<Record<LossKey, LossResult>>,
): BatchFacts {
  const layout = rowLayoutOf(input.shape);
  const predicted = layout.numClasses > 0 ? extremeIndices('max', input.data, layout) : null;
  const sizesOf = ({ gradInput }: LossResult) =>
    gradInput?.data.length === input.data.length ? rowSizes(gradInput.data, layout) : null;
  return {
    predicted,
    accuracy: target && predicted && accuracyOf(input, target, options, results, layout, predicted),
    gradients: {
      crossEntropyLoss: sizesOf(results.crossEntropyLoss),
      nllLoss: sizesOf(results.nllLoss),
    },
  };
}

function accuracyOf(
  input: Tensor,
  given: Tensor,
  options: CrossEntropyLossOptions,
  results: Readonly<Record<LossKey, LossResult>>,
  layout: RowLayout,
  predicted: Float64Array,
): Accuracy | null {
  const args =
    resolveCrossEntropyLoss(input, given, options).args ?? resolveNllLoss(input, given, options).args;
  if (!args) return null;
  const hasProbabilities = isProbabilityTarget(args);
  const isIgnored = ignoredSamples(args.input, args.target, options.ignoreIndex ?? defaultIgnoreIndex);
  const { data } = args.target;
  const target = hasProbabilities ? extremeIndices('max', data, layout) : data.slice();
  let ignoredCount = 0;
  for (let row = 0; row < target.length; row++) {
    if (!isIgnored(row)) continue;
    target[row] = -1;
    ignoredCount++;
  }
  const lossesOf = ({ perSample }: LossResult) =>
    perSample?.data.length === layout.rowCount ? perSample.data : null;
  return {
    target,
    targetKind: hasProbabilities ? 'probabilities' : 'indices',
    ignoredCount,
    top: topCounts(input.data, layout, target),
    classes: classFacts(target, predicted, layout.numClasses, {
      crossEntropyLoss: lossesOf(results.crossEntropyLoss),
      nllLoss: lossesOf(results.nllLoss),
    }),
    confusion: confusionOf(target, predicted, layout.numClasses),
  };
}
