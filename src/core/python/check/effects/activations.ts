import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type { Activates } from '../../torch/effect';
import type { FileRange } from '../findings/codeFinding';
import type { CallSite } from '../values/callSite';
import {
  type Activated,
  type Activation,
  factsOf,
  forgotten,
  ofNoActivation,
  plainLogProbs,
  type Source,
  type TensorContent,
  type TensorValue,
  tensor,
} from '../values/tensorValue';
import { addStep } from '../values/trail';
import type { TorchValue } from '../values/value';
import type { Given } from './given';
import { numberOf } from './shapes';

/** The axis of an activation as its arguments say. */
export function axisOf(given: Given, { name, dim: usual }: Activates): Pick<Activation, 'dim' | 'dimRange'> {
  if (name === 'sigmoid') return { dim: undefined, dimRange: null };
  const argument = given.get('dim');
  if (!argument) return { dim: given.isOpen ? undefined : usual, dimRange: null };
  const { value, path, from, to } = argument;
  if (value.type === 'constant' && value.value === null) return { dim: null, dimRange: { path, from, to } };
  return { dim: numberOf(value), dimRange: { path, from, to } };
}

/** What an activation makes that cannot be written as another one by its name: the numbers alone are known. */
export function activatedOtherwise(name: Activation['name'], x: TensorValue, site: CallSite): TensorValue {
  const { path, from, to, written } = site;
  const trail = addStep(null, { path, from, to }, madeBy[name](codeInWords(written)));
  const { rank, minRank, gradFree } = x;
  return tensor({ rank, minRank, dtype: 'float', gradFree, trail }, contents[name](ofNoActivation));
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

const contents: Readonly<Record<Activation['name'], (made: Activated) => TensorContent>> = {
  softmax: (made) => ({ kind: 'probs', ...made }),
  log_softmax: (made) => ({ kind: 'logProbs', ...plainLogProbs, ...made }),
  sigmoid: (made) => ({ kind: 'sigmoid', ...made }),
};

function activatedBy(activation: Activation, x: TensorValue, place: FileRange): TensorValue {
  const { path, from, to } = place;
  const { rank, minRank, isLastAxisOne, isLastAxisClasses, gradFree } = x;
  const trail = addStep(null, { path, from, to }, madeBy[activation.name](codeInWords(activation.written)));
  const source = { activation, isAxisKept: true, isExact: true };
  const content = contents[activation.name]({ ...ofNoActivation, source });
  return tensor(
    { rank, minRank, dtype: 'float', isLastAxisOne, isLastAxisClasses, gradFree, trail },
    content.kind === 'logProbs' ? { ...content, ofProbs: certainProbs(x) } : content,
  );
}

/** Where a tensor got its probabilities; null when it is not certain that it has any. */
function certainProbs(x: TensorValue): Source | null {
  return x.kind === 'probs' && !x.isJoined && !x.isLikely ? x.source : null;
}

/** What an activation, as it is written, makes. */
const madeBy = {
  softmax: (written: string) => l10n.t('`{0}` makes probabilities', written),
  log_softmax: (written: string) => l10n.t('`{0}` makes log-probabilities', written),
  sigmoid: (written: string) => l10n.t('`{0}` makes values between 0 and 1', written),
} as const;

/** `log(x)` */
export function logOf(x: TensorValue, site: CallSite, isNested: boolean): TensorValue {
  if (x.kind === 'complement') return { ...x, kind: 'weighedLogs' };
  if (x.kind !== 'probs') return forgotten(x);
  const { path, from, to } = site;
  const { source, isJoined, isLikely } = x;
  const isUnstable = source?.isExact === true && source.activation.name === 'softmax';
  const trail = addStep(x.trail, { path, from, to }, l10n.t('`log` makes log-probabilities of them'));
  return tensor(
    { ...factsOf(x), trail },
    {
      kind: 'logProbs',
      isJoined,
      isLikely,
      source: source && { ...source, isExact: false },
      ...plainLogProbs,
      logOfSoftmax: isUnstable ? { path, from, to, activation: source.activation, isNested } : null,
    },
  );
}

/** `exp` of log-probabilities. */
export function expOf(x: Extract<TensorValue, { kind: 'logProbs' }>, site: CallSite): TensorValue {
  const { path, from, to } = site;
  const { source, isJoined, isLikely } = x;
  const trail = addStep(x.trail, { path, from, to }, l10n.t('`exp` makes probabilities of them'));
  return tensor(
    { ...factsOf(x), trail },
    { kind: 'probs', isJoined, isLikely, source: source && { ...source, isExact: false } },
  );
}
