import { type RowLayout, rowOffset } from '../../tensor/rowLayout';
import { expRow, logSoftmaxRow, rowMax } from './softmaxRows';

/** Arrays and numbers of a loss on class indices. The kernels write `perSample` and `gradInput` of their rows. */
export interface IndexRows {
  /** Logits or log-probabilities, by `layout`. */
  readonly input: Float64Array;
  readonly layout: RowLayout;
  /** One per row: in [0, numClasses) or `ignoreIndex`; not checked here. */
  readonly target: Float64Array;
  /** One per class, or null for 1 everywhere. */
  readonly weight: Float64Array | null;
  readonly ignoreIndex: number;
  /** Derivative of the reduced loss by a row's loss: 1, or 1 / totalWeight. */
  readonly scale: number;
  readonly perSample: Float64Array;
  readonly gradInput: Float64Array;
  /** Gets `logSoftmax(input)`, or null where it is not asked for. */
  readonly logProbs: Float64Array | null;
}

/** Summed weights of the targets that are not ignored, the divisor of 'mean'. */
export function totalWeightOf(
  target: Float64Array,
  weight: Float64Array | null,
  ignoreIndex: number,
): number {
  let total = 0;
  for (let row = 0; row < target.length; row++) {
    if (target[row] !== ignoreIndex) total += weight === null ? 1 : weight[target[row]];
  }
  return total;
}

/** `gradInput`: all zero at the start, or null where the derivative is not asked for. */
export type NllRows = Omit<IndexRows, 'gradInput' | 'logProbs'> & { readonly gradInput: Float64Array | null };

/** `-weight[target] * input[target]` and its derivative for the rows [rowStart, rowEnd); returns the summed loss. */
export function nllRows(rows: NllRows, rowStart: number, rowEnd: number): number {
  const { input, layout, target, weight, ignoreIndex, scale, perSample, gradInput } = rows;
  let sum = 0;
  for (let row = rowStart; row < rowEnd; row++) {
    if (target[row] === ignoreIndex) continue;
    const at = rowOffset(layout, row) + target[row] * layout.stride;
    const rowWeight = weight === null ? 1 : weight[target[row]];
    perSample[row] = -rowWeight * input[at];
    if (gradInput !== null) gradInput[at] = -rowWeight * scale;
    sum += perSample[row];
  }
  return sum;
}

/**
 * `-weight[target] * logSoftmax(input)[target]` and its derivative `weight[target] * scale * (softmax - onehot)` for
 * the rows [rowStart, rowEnd), with one exponential per element; returns the summed loss.
 *
 * An ignored row has loss 0 and derivative 0, but NaN where its softmax is NaN, as in PyTorch (0 * NaN).
 */
export function crossEntropyRows(rows: IndexRows, rowStart: number, rowEnd: number): number {
  const { input, layout, target, weight, ignoreIndex, scale, perSample, gradInput, logProbs } = rows;
  const { numClasses, stride } = layout;
  let sum = 0;
  for (let row = rowStart; row < rowEnd; row++) {
    const offset = rowOffset(layout, row);
    const max = rowMax(input, offset, layout);
    const expSum = expRow(input, offset, layout, max, gradInput);
    const logSum = Math.log(expSum);
    if (logProbs !== null) logSoftmaxRow(input, offset, layout, max, logSum, logProbs);
    const isIgnored = target[row] === ignoreIndex;
    const rowWeight = isIgnored ? 0 : weight === null ? 1 : weight[target[row]];
    const rowScale = isIgnored ? 0 : rowWeight * scale;
    const end = offset + numClasses * stride;
    const factor = rowScale / expSum;
    for (let i = offset; i < end; i += stride) gradInput[i] *= factor;
    if (isIgnored) continue;
    const at = offset + target[row] * stride;
    gradInput[at] -= rowScale;
    perSample[row] = -rowWeight * (input[at] - max - logSum);
    sum += perSample[row];
  }
  return sum;
}
