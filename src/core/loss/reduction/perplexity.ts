import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';

/** How surprised a model is by the targets that count. */
export interface Perplexity {
  /** Targets that are not `ignoreIndex`. */
  readonly count: number;
  /** Mean of -log p(target) over them, unweighted and without label smoothing, in nats; NaN when there are none. */
  readonly meanNats: number;
  /** exp(meanNats): between as many equally probable classes the model hesitates. */
  readonly perplexity: number;
  /** meanNats / log 2. */
  readonly bits: number;
}

/**
 * Perplexity of class indices; null for a target that is something else, as class probabilities.
 *
 * `logProbs`: (C), (N, C) or (N, C, d1…dK), natural log; that they are log-probabilities is not checked here.
 * Source: `torch.exp(F.nll_loss(log_probs, target, ignore_index=ignore_index))`.
 */
export function perplexityOf(logProbs: Tensor, target: Tensor, ignoreIndex: number): Perplexity | null {
  const layout = rowLayoutOf(logProbs.shape);
  if (isProbabilityTarget({ input: logProbs, target }) || target.data.length !== layout.rowCount) return null;
  let [count, sum] = [0, 0];
  for (let row = 0; row < layout.rowCount; row++) {
    const klass = target.data[row];
    if (klass === ignoreIndex) continue;
    if (!(Number.isInteger(klass) && klass >= 0 && klass < layout.numClasses)) return null;
    sum -= logProbs.data[rowOffset(layout, row) + klass * layout.stride];
    count++;
  }
  return perplexityFrom(count, sum);
}

/** Perplexity of chosen tokens from their natural log-probabilities, without those of the rest of the vocabulary. */
export function perplexityOfTokens(logProbs: readonly number[]): Perplexity {
  return perplexityFrom(
    logProbs.length,
    logProbs.reduce((sum, logProb) => sum - logProb, 0),
  );
}

function perplexityFrom(count: number, sum: number): Perplexity {
  const meanNats = sum / count;
  return { count, meanNats, perplexity: Math.exp(meanNats), bits: meanNats / Math.LN2 };
}
