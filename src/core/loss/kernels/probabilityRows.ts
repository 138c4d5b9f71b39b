import { type RowLayout, rowOffset } from '../../tensor/rowLayout';
import { expRow, logSoftmaxRow, rowMax } from './softmaxRows';

/** Cross entropy on class probabilities; fields as in `IndexRows`. */
export interface ProbabilityRows {
  readonly input: Float64Array;
  readonly layout: RowLayout;
  /** Same layout as the input; need be neither normalised nor positive. */
  readonly target: Float64Array;
  readonly weight: Float64Array | null;
  /** In (0, 1], or anything else for none. */
  readonly labelSmoothing: number;
  readonly scale: number;
  readonly perSample: Float64Array;
  readonly gradInput: Float64Array;
  readonly logProbs: Float64Array | null;
}

/**
 * `-Σ w[c] * q[c] * lp[c]` with `lp = logSoftmax(input)` and `q = (1-ε) * target + ε/C`, and its derivative
 * `scale * (softmax * Σ w q - w q)`, for the rows [rowStart, rowEnd); returns the summed loss.
 * Source: pytorch LossNLL.cpp, `cross_entropy_loss_prob_target`.
 */
export function probabilityRows(rows: ProbabilityRows, rowStart: number, rowEnd: number): number {
  const { input, layout, target, weight, labelSmoothing, scale, perSample, gradInput, logProbs } = rows;
  const { numClasses, stride } = layout;
  const kept = labelSmoothing > 0 ? 1 - labelSmoothing : 1;
  const added = labelSmoothing > 0 ? labelSmoothing / numClasses : 0;
  let sum = 0;
  for (let row = rowStart; row < rowEnd; row++) {
    const offset = rowOffset(layout, row);
    const end = offset + numClasses * stride;
    const max = rowMax(input, offset, layout);
    const expSum = expRow(input, offset, layout, max, gradInput);
    const logSum = Math.log(expSum);
    if (logProbs !== null) logSoftmaxRow(input, offset, layout, max, logSum, logProbs);
    let loss = 0;
    let gradSum = 0;
    for (let i = offset, c = 0; i < end; i += stride, c++) {
      const share = (target[i] * kept + added) * (weight === null ? 1 : weight[c]);
      loss -= (input[i] - max - logSum) * share;
      gradSum += share * scale;
    }
    for (let i = offset, c = 0; i < end; i += stride, c++) {
      const share = (target[i] * kept + added) * (weight === null ? 1 : weight[c]);
      gradInput[i] = (gradInput[i] / expSum) * gradSum - share * scale;
    }
    perSample[row] = loss;
    sum += loss;
  }
  return sum;
}
