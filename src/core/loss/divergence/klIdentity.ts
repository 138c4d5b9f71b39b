import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';
import { klDivLoss } from '../klDivLoss';
import { logSoftmax } from '../logSoftmax';
import type { CrossEntropyLossOptions } from '../lossTypes';
import { defaultIgnoreIndex } from '../nllLoss';
import { ignoredSamples } from '../reduction/ignoredSamples';
import { targetDistribution } from './targetDistribution';

/**
 * The parts of the identity cross entropy = H(p) + KL(p‖q), p the target's distribution and q = softmax(input), in
 * nats. Class weights are left out: they are no part of it.
 */
export interface KlIdentity {
  /** One value for each sample, NaN for ignored ones. */
  readonly entropy: Float64Array;
  readonly divergence: Float64Array;
  readonly crossEntropy: Float64Array;
  /** Means over the samples that are not ignored; NaN when all are. */
  readonly mean: { readonly entropy: number; readonly divergence: number; readonly crossEntropy: number };
  /** Derivative of the mean divergence by the input, in its shape: that of the mean cross entropy, as H(p) is fixed. */
  readonly gradInput: Float64Array;
  readonly isWeightLeftOut: boolean;
}

/**
 * `kl_div(log_softmax(input), p)` summed over the classes, with what it lacks to the cross entropy. Null where the
 * target means no distribution. As in PyTorch, the divergence is NaN for a negative probability in the target, and for
 * an input of -inf, also where p is 0.
 */
export function klIdentity(
  input: Tensor,
  target: Tensor,
  options: CrossEntropyLossOptions,
): KlIdentity | null {
  const { ignoreIndex = defaultIgnoreIndex, labelSmoothing = 0, weight = null } = options;
  const p = targetDistribution(input, target, ignoreIndex, Math.max(0, labelSmoothing));
  if (p === null) return null;
  const logProbs = logSoftmax(input);
  const elements = klDivLoss(logProbs, { ...p, dtype: logProbs.dtype }, { reduction: 'none' }).perSample;
  if (elements === null) return null;
  const hasProbabilities = isProbabilityTarget({ input, target });
  const layout = rowLayoutOf(input.shape);
  const { numClasses, rowCount, stride } = layout;
  const entropy = new Float64Array(rowCount);
  const divergence = new Float64Array(rowCount);
  const crossEntropy = new Float64Array(rowCount);
  const isIgnored = ignoredSamples(input, target, ignoreIndex);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    const offset = rowOffset(layout, row);
    for (let i = offset; i < offset + numClasses * stride; i += stride) {
      divergence[row] += elements.data[i];
      const isZero = p.data[i] === 0;
      if (!isZero) entropy[row] -= p.data[i] * Math.log(p.data[i]);
      // Class indices pick the target's term alone; probabilities multiply every one, so that 0 · -inf is NaN.
      if (!isZero || hasProbabilities) crossEntropy[row] -= p.data[i] * logProbs.data[i];
    }
    if (!isIgnored(row)) count++;
  }
  const meanOf = (values: Float64Array) =>
    values.reduce((sum, value, row) => (isIgnored(row) ? sum : sum + value), 0) / count;
  return {
    entropy,
    divergence,
    crossEntropy,
    mean: { entropy: meanOf(entropy), divergence: meanOf(divergence), crossEntropy: meanOf(crossEntropy) },
    gradInput: gradientOf(p.data, logProbs, isIgnored, count),
    isWeightLeftOut: weight !== null,
  };
}

/** `(Σp · softmax - p) / count`, 0 for ignored rows. */
function gradientOf(
  p: Float64Array,
  logProbs: Tensor,
  isIgnored: (row: number) => boolean,
  count: number,
): Float64Array {
  const layout = rowLayoutOf(logProbs.shape);
  const gradient = new Float64Array(p.length);
  for (let row = 0; row < layout.rowCount; row++) {
    if (isIgnored(row)) continue;
    const offset = rowOffset(layout, row);
    const end = offset + layout.numClasses * layout.stride;
    let total = 0;
    for (let i = offset; i < end; i += layout.stride) total += p[i];
    for (let i = offset; i < end; i += layout.stride) {
      gradient[i] = (total * Math.exp(logProbs.data[i]) - p[i]) / count;
    }
  }
  return gradient;
}
