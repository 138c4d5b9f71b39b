import * as l10n from '../../l10n';
import { isFloatingPoint } from '../../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { logSoftmax } from '../logSoftmax';
import { type FormulaCall, samplePosition, texIndexed } from './formulaCall';
import { texFactor, texNumber, texSum } from './tex';

/** The numbers of one sample, as float64, with the dtype that they are shown in. */
interface Sample {
  readonly input: Float64Array;
  readonly logProbs: Float64Array;
  readonly numClasses: number;
  readonly dtype: Tensor['dtype'];
  readonly weight: Tensor | null;
  /** `\ell_{0}`. */
  readonly symbol: string;
}

/** TeX of the loss of a sample with its own numbers, or null when there is no such sample. */
export function substitutedFormula(call: FormulaCall, sample: number): string | null {
  const numbers = sampleOf(call, sample);
  if (numbers === null) return null;
  if (call.hasProbabilities) return probabilitySum(call, numbers, sample);
  const klass = call.args.target.data[sample];
  if (klass === call.ignoreIndex) {
    return `${numbers.symbol} = 0 \\quad (${l10n.t('{0} \\text{ is ignored}', `y = ${klass}`)})`;
  }
  if (call.loss === 'nllLoss') return nllTerm(numbers, klass);
  return call.labelSmoothing > 0 ? smoothedTerm(call, numbers, klass) : crossEntropyTerm(numbers, klass);
}

function sampleOf({ args }: FormulaCall, sample: number): Sample | null {
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

function weightFactor({ weight }: Sample, klass: number): string {
  return weight === null ? '' : `${texFactor(weight.data[klass], weight.dtype)} \\cdot `;
}

function weightOf({ weight }: Sample, klass: number): number {
  return weight === null ? 1 : weight.data[klass];
}

function nllTerm(sample: Sample, klass: number): string {
  const { input, dtype, symbol } = sample;
  const value = -weightOf(sample, klass) * input[klass];
  return `${symbol} = -${weightFactor(sample, klass)}${texFactor(input[klass], dtype)} = ${texNumber(value, dtype)}`;
}

function crossEntropyTerm(sample: Sample, klass: number): string {
  const { input, logProbs, dtype, symbol } = sample;
  const exp = (c: number) => `e^{${texNumber(input[c], dtype)}}`;
  const weight = weightFactor(sample, klass);
  const value = -weightOf(sample, klass) * logProbs[klass];
  const fraction = `\\frac{${exp(klass)}}{${texSum(sample.numClasses, klass, exp)}}`;
  const prob = texNumber(Math.exp(logProbs[klass]), dtype);
  return `${symbol} = -${weight}\\log ${fraction} = -${weight}\\log(${prob}) = ${texNumber(value, dtype)}`;
}

function smoothedTerm(call: FormulaCall, sample: Sample, klass: number): string {
  const { logProbs, dtype, numClasses, symbol } = sample;
  const smoothing = call.labelSmoothing;
  const term = (c: number) => `${weightFactor(sample, c)}${texNumber(0 - logProbs[c], dtype)}`;
  const targetLoss = -weightOf(sample, klass) * logProbs[klass];
  const smoothLoss = logProbs.reduce((sum, logProb, c) => sum - weightOf(sample, c) * logProb, 0);
  const value = targetLoss * (1 - smoothing) + smoothLoss * (smoothing / numClasses);
  const kept = `${texNumber(1 - smoothing, dtype)} \\cdot ${term(klass)}`;
  const smoothed = `\\frac{${texNumber(smoothing, dtype)}}{${numClasses}} \\left(${texSum(numClasses, klass, term)}\\right)`;
  return `${symbol} = ${kept} + ${smoothed} = ${texNumber(value, dtype)}`;
}

function probabilitySum(call: FormulaCall, sample: Sample, row: number): string {
  const { target } = call.args;
  const { logProbs, dtype, numClasses, symbol } = sample;
  const layout = rowLayoutOf(target.shape);
  const offset = rowOffset(layout, row);
  const share = (c: number) =>
    target.data[offset + c * layout.stride] * (1 - call.labelSmoothing) + call.labelSmoothing / numClasses;
  let value = 0;
  let largest = 0;
  for (let c = 0; c < numClasses; c++) {
    value -= logProbs[c] * share(c) * weightOf(sample, c);
    if (share(c) > share(largest)) largest = c;
  }
  const term = (c: number) =>
    `${weightFactor(sample, c)}${texFactor(share(c), target.dtype)} \\cdot ${texFactor(0 - logProbs[c], dtype)}`;
  return `${symbol} = ${texSum(numClasses, largest, term)} = ${texNumber(value, dtype)}`;
}
