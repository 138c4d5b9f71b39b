import type { LossResult } from '../lossTypes';
import { type FormulaCall, generalPosition, texIndexed } from './formulaCall';
import { texList, texNoValue, texNumber, texSum } from './tex';

/** TeX from the losses of the samples to the output; `sample` is among those written out. */
export function reducedFormula(call: FormulaCall, result: LossResult, sample: number): string {
  const { output, perSample, totalWeight } = result;
  if (output === null || perSample === null) return texNoValue();
  const { dtype } = output;
  const count = perSample.data.length;
  const loss = (row: number) => texNumber(perSample.data[row], dtype);
  const losses = texIndexed('\\ell', generalPosition(call.args.input.shape));
  if (call.reduction === 'none') return `L = ${losses} = ${texList(count, sample, loss)}`;
  const value = texNumber(output.data[0], dtype);
  const sum = texSum(count, sample, loss);
  if (call.reduction === 'sum') return `L = \\sum ${losses} = ${sum} = ${value}`;
  const isWeighted = call.args.weight !== null && !call.hasProbabilities;
  const divisor = isWeighted ? texNumber(totalWeight, dtype) : texCount(totalWeight);
  return `L = \\frac{\\sum ${losses}}{${divisorSymbol(call, isWeighted)}} = \\frac{${sum}}{${divisor}} = ${value}`;
}

/** What 'mean' divides by: the summed weights of the targets that count, or how many there are. */
function divisorSymbol(call: FormulaCall, isWeighted: boolean): string {
  const position = generalPosition(call.args.input.shape);
  const target = texIndexed('y', position);
  const isAnyIgnored = !call.hasProbabilities && call.args.target.data.includes(call.ignoreIndex);
  if (isWeighted) {
    return isAnyIgnored ? `\\sum_{${target} \\neq ${call.ignoreIndex}} w_{${target}}` : `\\sum w_{${target}}`;
  }
  if (isAnyIgnored) return `\\#\\{${target} \\neq ${call.ignoreIndex}\\}`;
  return ['N', ...position.slice(1).map((letter) => letter.replace('d', 'D'))]
    .slice(0, Math.max(position.length, 1))
    .join(' ');
}

function texCount(count: number): string {
  return Number.isNaN(count) ? '\\text{nan}' : String(count);
}
