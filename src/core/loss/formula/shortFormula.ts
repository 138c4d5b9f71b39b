import * as l10n from '../../l10n';
import type { FormulaCall } from './formulaCall';
import { probabilityLoss, sampleOf, smoothedLoss, weightFactor, weightOf } from './formulaSample';
import { texFactor, texNumber } from './tex';

/** TeX for a narrow place: softmax by name, and only the number that it comes down to. */
export interface ShortFormula {
  /** `\ell = -\log \operatorname{softmax}(x)_y`. */
  readonly general: string;
  /** `\ell = -\log 0.6590 = 0.4170`. */
  readonly substituted: string;
}

export function shortGeneral({ loss, args, labelSmoothing, hasProbabilities }: FormulaCall): string {
  const weight = (klass: string) => (args.weight === null ? '' : `w_${klass}\\,`);
  const logProb = (klass: string) => `\\log \\operatorname{softmax}(x)_${klass}`;
  const sum = '\\textstyle\\sum_c ';
  if (loss === 'nllLoss') return `\\ell = -${weight('y')}x_y`;
  if (hasProbabilities) {
    const share = labelSmoothing === 0 ? 'y_c' : "y'_c";
    return `\\ell = -${sum}${weight('c')}${share} ${logProb('c')}`;
  }
  if (labelSmoothing === 0) return `\\ell = -${weight('y')}${logProb('y')}`;
  return `\\ell = -(1-\\varepsilon)\\,${weight('y')}\\log p_y - \\tfrac{\\varepsilon}{C} ${sum}${weight('c')}\\log p_c`;
}

/** TeX with the numbers of a sample, or null when there is no such sample. */
export function shortSubstituted(call: FormulaCall, row: number): string | null {
  const sample = sampleOf(call, row);
  if (sample === null) return null;
  const { input, logProbs, dtype, numClasses } = sample;
  const number = (value: number) => texNumber(value, dtype);
  if (call.hasProbabilities) return `\\ell = ${number(probabilityLoss(call, sample, row).value)}`;
  const klass = call.args.target.data[row];
  if (klass === call.ignoreIndex) {
    return `\\ell = 0 \\quad (${l10n.t('{0} \\text{ is ignored}', `y = ${klass}`)})`;
  }
  const weight = weightFactor(sample, klass);
  if (call.loss === 'nllLoss') {
    const value = number(-weightOf(sample, klass) * input[klass]);
    const product = `-${weight}${texFactor(input[klass], dtype)}`;
    return product === value ? `\\ell = ${value}` : `\\ell = ${product} = ${value}`;
  }
  if (call.labelSmoothing > 0) {
    const { target, sum, value } = smoothedLoss(call, sample, klass);
    const [kept, smoothed] = [1 - call.labelSmoothing, call.labelSmoothing].map(number);
    return `\\ell = ${kept} \\cdot ${number(target)} + ${smoothed} \\cdot ${number(sum / numClasses)} = ${number(value)}`;
  }
  const prob = texFactor(Math.exp(logProbs[klass]), dtype);
  return `\\ell = -${weight}\\log ${prob} = ${number(-weightOf(sample, klass) * logProbs[klass])}`;
}
