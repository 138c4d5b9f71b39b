import { type RowLayout, rowOffset } from '../../tensor/rowLayout';
import { expRow, logSoftmaxRow, rowMax } from './softmaxRows';

/** Cross entropy on class indices with label smoothing; fields as in `IndexRows`. */
export interface SmoothedRows {
  readonly input: Float64Array;
  readonly layout: RowLayout;
  readonly target: Float64Array;
  readonly weight: Float64Array | null;
  readonly ignoreIndex: number;
  /** Target value left out of the smoothing part; differs from `ignoreIndex` for uint8 targets (see crossEntropyLoss). */
  readonly smoothIgnoreIndex: number;
  /** In (0, 1]. */
  readonly labelSmoothing: number;
  /** Derivative of the reduced loss by a row's target part and by its smoothing part, before the factors of both. */
  readonly scale: number;
  readonly smoothScale: number;
  readonly perSample: Float64Array;
  readonly gradInput: Float64Array;
  readonly logProbs: Float64Array | null;
}

/** Sums over rows of `-w[y] * lp[y]` and of `-Σ w[c] * lp[c]`. PyTorch reduces both apart, which shows in NaN and inf. */
export interface SmoothedSums {
  readonly target: number;
  readonly smooth: number;
}

/**
 * `(1-ε) * -w[y] * lp[y] + (ε/C) * -Σ w[c] * lp[c]` with `lp = logSoftmax(input)`, and its derivative, for the rows
 * [rowStart, rowEnd). Source: pytorch LossNLL.cpp, `cross_entropy_loss_label_smoothing`.
 */
export function smoothedRows(rows: SmoothedRows, rowStart: number, rowEnd: number): SmoothedSums {
  const { input, layout, target, weight, perSample, gradInput, logProbs, labelSmoothing } = rows;
  const smoothShare = labelSmoothing / layout.numClasses;
  const sums = { target: 0, smooth: 0 };
  for (let row = rowStart; row < rowEnd; row++) {
    const offset = rowOffset(layout, row);
    const max = rowMax(input, offset, layout);
    const expSum = expRow(input, offset, layout, max, gradInput);
    const logSum = Math.log(expSum);
    if (logProbs !== null) logSoftmaxRow(input, offset, layout, max, logSum, logProbs);
    const isIgnored = target[row] === rows.ignoreIndex;
    const isSmoothIgnored = target[row] === rows.smoothIgnoreIndex;
    const at = offset + target[row] * layout.stride;
    const rowWeight = isIgnored ? 0 : weight === null ? 1 : weight[target[row]];
    const targetLoss = isIgnored ? 0 : -rowWeight * (input[at] - max - logSum);
    const smoothLoss = isSmoothIgnored ? 0 : smoothLossOf(rows, offset, max, logSum);
    perSample[row] = targetLoss * (1 - labelSmoothing) + smoothLoss * smoothShare;
    sums.target += targetLoss;
    sums.smooth += smoothLoss;
    const targetScale = isIgnored ? 0 : rowWeight * (rows.scale * (1 - labelSmoothing));
    // Of a row that is left out PyTorch multiplies the weights by 0, which makes nan of an infinite one.
    const smoothScale = isSmoothIgnored ? 0 : rows.smoothScale * smoothShare;
    backpropagate(rows, offset, expSum, isIgnored ? -1 : at, targetScale, smoothScale);
  }
  return sums;
}

function smoothLossOf(rows: SmoothedRows, offset: number, max: number, logSum: number): number {
  const { input, layout, weight } = rows;
  let loss = 0;
  for (let c = 0; c < layout.numClasses; c++) {
    const logProb = input[offset + c * layout.stride] - max - logSum;
    loss -= weight === null ? logProb : weight[c] * logProb;
  }
  return loss;
}

/** From the derivative by `lp` (-smoothScale * w[c], and -targetScale at the target) to the one by the input. */
function backpropagate(
  rows: SmoothedRows,
  offset: number,
  expSum: number,
  targetAt: number,
  targetScale: number,
  smoothScale: number,
): void {
  const { layout, weight, gradInput } = rows;
  const { numClasses, stride } = layout;
  const smoothOf = (c: number) => (weight === null ? smoothScale : smoothScale * weight[c]);
  let gradSum = targetScale;
  for (let c = 0; c < numClasses; c++) gradSum += smoothOf(c);
  for (let c = 0; c < numClasses; c++) {
    const i = offset + c * stride;
    const direct = smoothOf(c) + (i === targetAt ? targetScale : 0);
    gradInput[i] = (gradInput[i] / expSum) * gradSum - direct;
  }
}
