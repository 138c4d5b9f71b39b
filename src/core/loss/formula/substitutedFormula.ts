import * as l10n from '../../l10n';
import type { FormulaCall } from './formulaCall';
import {
  type FormulaSample,
  probabilityLoss,
  sampleOf,
  smoothedLoss,
  weightFactor,
  weightOf,
} from './formulaSample';
import { texFactor, texNumber, texSum } from './tex';

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

function nllTerm(sample: FormulaSample, klass: number): string {
  const { input, dtype, symbol } = sample;
  const value = -weightOf(sample, klass) * input[klass];
  return `${symbol} = -${weightFactor(sample, klass)}${texFactor(input[klass], dtype)} = ${texNumber(value, dtype)}`;
}

function crossEntropyTerm(sample: FormulaSample, klass: number): string {
  const { input, logProbs, dtype, symbol } = sample;
  const exp = (c: number) => `e^{${texNumber(input[c], dtype)}}`;
  const weight = weightFactor(sample, klass);
  const value = -weightOf(sample, klass) * logProbs[klass];
  const fraction = `\\frac{${exp(klass)}}{${texSum(sample.numClasses, klass, exp)}}`;
  const prob = texNumber(Math.exp(logProbs[klass]), dtype);
  return `${symbol} = -${weight}\\log ${fraction} = -${weight}\\log(${prob}) = ${texNumber(value, dtype)}`;
}

function smoothedTerm(call: FormulaCall, sample: FormulaSample, klass: number): string {
  const { logProbs, dtype, numClasses, symbol } = sample;
  const smoothing = call.labelSmoothing;
  const term = (c: number) => `${weightFactor(sample, c)}${texNumber(0 - logProbs[c], dtype)}`;
  const { value } = smoothedLoss(call, sample, klass);
  const kept = `${texNumber(1 - smoothing, dtype)} \\cdot ${term(klass)}`;
  const smoothed = `\\frac{${texNumber(smoothing, dtype)}}{${numClasses}} \\left(${texSum(numClasses, klass, term)}\\right)`;
  return `${symbol} = ${kept} + ${smoothed} = ${texNumber(value, dtype)}`;
}

function probabilitySum(call: FormulaCall, sample: FormulaSample, row: number): string {
  const { target } = call.args;
  const { logProbs, dtype, numClasses, symbol } = sample;
  const { shares, value } = probabilityLoss(call, sample, row);
  let largest = 0;
  for (let c = 0; c < numClasses; c++) if (shares[c] > shares[largest]) largest = c;
  const term = (c: number) =>
    `${weightFactor(sample, c)}${texFactor(shares[c], target.dtype)} \\cdot ${texFactor(0 - logProbs[c], dtype)}`;
  return `${symbol} = ${texSum(numClasses, largest, term)} = ${texNumber(value, dtype)}`;
}
