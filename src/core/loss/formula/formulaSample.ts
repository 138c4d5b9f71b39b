import { isFloatingPoint } from '../../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { logSoftmax } from '../logSoftmax';
import { type FormulaCall, samplePosition, texIndexed } from './formulaCall';
import { texFactor } from './tex';

/** The numbers of one sample, as float64, with the dtype that they are shown in. */
export interface FormulaSample {
  readonly input: Float64Array;
  readonly logProbs: Float64Array;
  readonly numClasses: number;
  readonly dtype: Tensor['dtype'];
  readonly weight: Tensor | null;
  /** `\ell_{0}`. */
  readonly symbol: string;
}

/** The numbers of a row of the input, or null when there is no such sample. */
export function sampleOf({ args }: FormulaCall, sample: number): FormulaSample | null {
  const layout = rowLayoutOf(args.input.shape);
  if (!(sample >= 0 && sample < layout.rowCount)) return null;
  const offset = rowOffset(layout, sample);
  const input = Float64Array.from(
    { length: layout.numClasses },
    (_, c) => args.input.data[offset + c * layout.stride],
  );
  const dtype = isFloatingPoint(args.input.dtype) ? args.input.dtype : 'float32';
  return {
    input,
    logProbs: logSoftmax({ data: input, shape: [layout.numClasses], dtype }).data,
    numClasses: layout.numClasses,
    dtype,
    weight: args.weight,
    symbol: texIndexed('\\ell', samplePosition(args.input.shape, sample)),
  };
}

/** `w \\cdot `, or nothing without weights. */
export function weightFactor({ weight }: FormulaSample, klass: number): string {
  return weight === null ? '' : `${texFactor(weight.data[klass], weight.dtype)} \\cdot `;
}

export function weightOf({ weight }: FormulaSample, klass: number): number {
  return weight === null ? 1 : weight.data[klass];
}

/** The two parts of a loss with smoothing and what they add up to: of the target, and of all classes alike. */
export function smoothedLoss({ labelSmoothing }: FormulaCall, sample: FormulaSample, klass: number) {
  const { logProbs, numClasses } = sample;
  const target = -weightOf(sample, klass) * logProbs[klass];
  const sum = logProbs.reduce((total, logProb, c) => total - weightOf(sample, c) * logProb, 0);
  return { target, sum, value: target * (1 - labelSmoothing) + sum * (labelSmoothing / numClasses) };
}

/** The share of each class in a target of probabilities, smoothing included, and the loss. */
export function probabilityLoss({ args, labelSmoothing }: FormulaCall, sample: FormulaSample, row: number) {
  const { logProbs, numClasses } = sample;
  const layout = rowLayoutOf(args.target.shape);
  const offset = rowOffset(layout, row);
  const shares = Float64Array.from(
    { length: numClasses },
    (_, c) =>
      args.target.data[offset + c * layout.stride] * (1 - labelSmoothing) + labelSmoothing / numClasses,
  );
  const value = shares.reduce((sum, share, c) => sum - logProbs[c] * share * weightOf(sample, c), 0);
  return { shares, value };
}
