import type { LossKey } from '../lossKeys';

/** The samples of each class, by their target: (C) each. */
export interface ClassFacts {
  /** Samples that count. */
  readonly support: Float64Array;
  /** Those whose prediction is the class. */
  readonly correct: Float64Array;
  /** Mean of their unreduced losses; nan without samples. Null where the loss has no value. */
  readonly meanLoss: Readonly<Record<LossKey, Float64Array | null>>;
}

/** `target` and `predicted` as in `Accuracy`; `perSample`: (rows) unreduced losses. */
export function classFacts(
  target: Float64Array,
  predicted: Float64Array,
  numClasses: number,
  perSample: Readonly<Record<LossKey, Float64Array | null>>,
): ClassFacts {
  const support = new Float64Array(numClasses);
  const correct = new Float64Array(numClasses);
  for (let row = 0; row < target.length; row++) {
    if (target[row] < 0) continue;
    support[target[row]]++;
    if (predicted[row] === target[row]) correct[target[row]]++;
  }
  const means = (losses: Float64Array | null) => losses && meansBy(target, losses, support);
  const meanLoss = {
    crossEntropyLoss: means(perSample.crossEntropyLoss),
    nllLoss: means(perSample.nllLoss),
  };
  return { support, correct, meanLoss };
}

function meansBy(target: Float64Array, losses: Float64Array, support: Float64Array): Float64Array {
  const sums = new Float64Array(support.length);
  for (let row = 0; row < target.length; row++) if (target[row] >= 0) sums[target[row]] += losses[row];
  return sums.map((sum, klass) => sum / support[klass]);
}
