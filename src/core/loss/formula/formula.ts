import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';
import { crossEntropyLoss, resolveCrossEntropyLoss } from '../crossEntropyLoss';
import type { LossKey } from '../lossKeys';
import type { CrossEntropyLossOptions, LossResult } from '../lossTypes';
import { defaultIgnoreIndex, nllLoss, resolveNllLoss } from '../nllLoss';
import type { FormulaCall } from './formulaCall';
import { generalFormula } from './generalFormula';
import { reducedFormula } from './reducedFormula';
import { type ShortFormula, shortGeneral, shortSubstituted } from './shortFormula';
import { substitutedFormula } from './substitutedFormula';
import { texNoValue } from './tex';

export interface FormulaRequest {
  readonly loss: LossKey;
  readonly input: Tensor;
  readonly target: Tensor;
  readonly options: CrossEntropyLossOptions;
  /** Row of the input, in the order of the unreduced loss. */
  readonly sample: number;
  /** The loss of the same call, when it is at hand; saves computing it again. */
  readonly result?: LossResult;
}

/** TeX for one loss, each a formula of its own in display style. */
export interface Formula {
  /** The loss of a sample, with the terms that the options bring in. */
  readonly general: string;
  /** The same with the numbers of the sample; at most six classes are written out, the target's among them. */
  readonly substituted: string;
  /** From the losses of the samples to the output. */
  readonly reduced: string;
}

/** Formulas of a loss on given tensors. Where there is no value (see `LossResult.error`), they say so. */
export function formula(request: FormulaRequest): Formula {
  const { loss, input, target, options, sample } = request;
  const call = formulaCallOf(request);
  const general = generalFormula(call);
  if (call.isRefused) return { general, substituted: texNoValue(), reduced: texNoValue() };
  const compute = loss === 'crossEntropyLoss' ? crossEntropyLoss : nllLoss;
  const result = request.result ?? compute(input, target, options);
  return {
    general,
    substituted: substitutedFormula(call, sample) ?? texNoValue(),
    reduced: reducedFormula(call, result, sample),
  };
}

/** The loss of a sample in the fewest words: `\ell = -x_y`, and what that is in numbers. */
export function shortFormula(request: FormulaRequest): ShortFormula {
  const call = formulaCallOf(request);
  const general = shortGeneral(call);
  if (call.isRefused) return { general, substituted: texNoValue() };
  return { general, substituted: shortSubstituted(call, request.sample) ?? texNoValue() };
}

function formulaCallOf({
  loss,
  input,
  target,
  options,
}: FormulaRequest): FormulaCall & { isRefused: boolean } {
  const isCrossEntropy = loss === 'crossEntropyLoss';
  const { args } = (isCrossEntropy ? resolveCrossEntropyLoss : resolveNllLoss)(input, target, options);
  const call = {
    loss,
    args: args ?? { input, target, weight: options.weight ?? null },
    ignoreIndex: options.ignoreIndex ?? defaultIgnoreIndex,
    labelSmoothing: isCrossEntropy ? Math.max(options.labelSmoothing ?? 0, 0) : 0,
    reduction: options.reduction ?? 'mean',
  };
  return {
    ...call,
    hasProbabilities: isCrossEntropy && isProbabilityTarget(call.args),
    isRefused: args === null,
  };
}
