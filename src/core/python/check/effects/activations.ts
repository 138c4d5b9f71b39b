import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type { FileRange } from '../findings/codeFinding';
import type { CallSite } from '../follow/calls';
import { addStep } from '../values/trail';
import type { Activation, GivenArgument, TensorValue, TorchValue } from '../values/value';
import { tensor, unknownTensor } from '../values/value';
import { argument, numberOf } from './shapes';

/** The axis of an activation as its arguments say. */
export function axisOf(
  args: readonly GivenArgument[],
  position: number,
): Pick<Activation, 'dim' | 'dimRange'> {
  const given = argument(args, 'dim', position) ?? args.find(({ name }) => name === 'axis');
  if (!given) return { dim: args.some(({ stars }) => stars > 0) ? undefined : null, dimRange: null };
  const { value, path, from, to } = given;
  if (value.type === 'constant' && value.value === null) return { dim: null, dimRange: { path, from, to } };
  return { dim: numberOf(value), dimRange: { path, from, to } };
}

/** `softmax`, `log_softmax` or `sigmoid` written as a function or method. */
export function activated(
  name: Activation['name'],
  x: TensorValue,
  axis: Pick<Activation, 'dim' | 'dimRange'>,
  operand: FileRange | null,
  site: CallSite,
): TensorValue {
  const { path, from, to, word, written } = site;
  return activatedBy(
    { name, written, isModule: false, ...axis, rank: x.rank, operand, word, applied: site, path, from, to },
    x,
    site,
  );
}

/** `nn.Softmax(dim=1)` and the like, applied. */
export function activatedByModule(
  name: Activation['name'],
  x: TensorValue,
  module: TorchValue,
  axis: Pick<Activation, 'dim' | 'dimRange'>,
  site: FileRange,
): TensorValue {
  const { path, from, to, word, written } = module;
  const activation: Activation = {
    name,
    written,
    isModule: true,
    ...axis,
    rank: x.rank,
    operand: null,
    word,
    applied: site,
    path,
    from,
    to,
  };
  return activatedBy(activation, x, module);
}

const kinds = { softmax: 'probs', log_softmax: 'logProbs', sigmoid: 'sigmoid' } as const;

function activatedBy(activation: Activation, x: TensorValue, place: FileRange): TensorValue {
  const { path, from, to } = place;
  return tensor({
    kind: kinds[activation.name],
    rank: x.rank,
    minRank: x.minRank,
    dtype: 'float',
    activation,
    isAxisKept: true,
    isExact: true,
    isLastAxisOne: x.isLastAxisOne,
    isLastAxisClasses: x.isLastAxisClasses,
    gradFree: x.gradFree,
    trail: addStep(null, { path, from, to }, madeBy[activation.name](codeInWords(activation.written))),
  });
}

/** What an activation, as it is written, makes. */
const madeBy = {
  softmax: (written: string) => l10n.t('`{0}` makes probabilities', written),
  log_softmax: (written: string) => l10n.t('`{0}` makes log-probabilities', written),
  sigmoid: (written: string) => l10n.t('`{0}` makes values between 0 and 1', written),
} as const;

/** `log(x)` */
export function logOf(x: TensorValue, site: CallSite, isNested: boolean): TensorValue {
  if (x.kind !== 'probs') return { ...unknownTensor, rank: x.rank, minRank: x.minRank, gradFree: x.gradFree };
  const { path, from, to } = site;
  const { activation } = x;
  const isUnstable = x.isExact && activation !== null && activation.name === 'softmax';
  return {
    ...x,
    kind: 'logProbs',
    isExact: false,
    logOfSoftmax: isUnstable ? { path, from, to, activation, isNested } : null,
    trail: addStep(x.trail, { path, from, to }, l10n.t('`log` makes log-probabilities of them')),
  };
}

/** `exp(x)` */
export function expOf(x: TensorValue, site: CallSite): TensorValue {
  if (x.kind !== 'logProbs')
    return { ...unknownTensor, rank: x.rank, minRank: x.minRank, gradFree: x.gradFree };
  const { path, from, to } = site;
  return {
    ...x,
    kind: 'probs',
    isExact: false,
    logOfSoftmax: null,
    trail: addStep(x.trail, { path, from, to }, l10n.t('`exp` makes probabilities of them')),
  };
}
