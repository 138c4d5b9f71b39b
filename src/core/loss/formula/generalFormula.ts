import * as l10n from '../../l10n';
import { type FormulaCall, generalPosition, texIndexed, withClass } from './formulaCall';

/** TeX of the loss of one sample; weight, smoothing and probabilities appear only where the call has them. */
export function generalFormula(call: FormulaCall): string {
  const position = generalPosition(call.args.input.shape);
  const loss = texIndexed('\\ell', position);
  if (call.hasProbabilities) return `${loss} = ${probabilityTerm(call, position)}`;
  const target = texIndexed('y', position);
  const weight = call.args.weight === null ? '' : `w_{${target}}\\,`;
  const ignored = isAnyIgnored(call)
    ? `, \\qquad ${l10n.t('{0} \\text{ where } {1}', `${loss} = 0`, `${target} = ${call.ignoreIndex}`)}`
    : '';
  return `${loss} = ${indexTerm(call, position, target, weight)}${ignored}`;
}

type Position = readonly (string | number)[];

function indexTerm(call: FormulaCall, position: Position, target: string, weight: string): string {
  const atTarget = texIndexed('x', withClass(position, target));
  if (call.loss === 'nllLoss') return `-${weight}${atTarget}`;
  const softmax = softmaxTerm(position, target);
  if (call.labelSmoothing === 0) return `-${weight}\\log ${softmax}`;
  const classWeight = call.args.weight === null ? '' : 'w_c\\,';
  return (
    `-(1-\\varepsilon)\\,${weight}\\log ${texIndexed('p', withClass(position, target))}` +
    ` - \\frac{\\varepsilon}{C} \\sum_{c=0}^{C-1} ${classWeight}\\log ${texIndexed('p', withClass(position, 'c'))}` +
    definitionOfProbability(position)
  );
}

function probabilityTerm(call: FormulaCall, position: Position): string {
  const weight = call.args.weight === null ? '' : 'w_c\\,';
  const target = texIndexed('y', withClass(position, 'c'));
  const share =
    call.labelSmoothing === 0
      ? target
      : `\\left((1-\\varepsilon)\\,${target} + \\frac{\\varepsilon}{C}\\right)`;
  const logProb = `\\log ${texIndexed('p', withClass(position, 'c'))}`;
  return `-\\sum_{c=0}^{C-1} ${weight}${share}\\,${logProb}${definitionOfProbability(position)}`;
}

function definitionOfProbability(position: Position): string {
  return `, \\qquad ${texIndexed('p', withClass(position, 'c'))} = ${softmaxTerm(position, 'c')}`;
}

function softmaxTerm(position: Position, classSubscript: string): string {
  const summed = classSubscript === 'c' ? 'j' : 'c';
  const numerator = `\\exp(${texIndexed('x', withClass(position, classSubscript))})`;
  const denominator = `\\sum_{${summed}=0}^{C-1} \\exp(${texIndexed('x', withClass(position, summed))})`;
  return `\\frac{${numerator}}{${denominator}}`;
}

function isAnyIgnored({ args, ignoreIndex }: FormulaCall): boolean {
  return args.target.data.includes(ignoreIndex);
}
