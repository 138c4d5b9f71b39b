import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type {
  Activates,
  Arithmetic,
  Effect,
  MatrixProduct,
  Recurs,
  Reshapes,
  Scores,
} from '../../torch/effect';
import { binaryOperation, unaryOperation } from '../follow/arithmetic';
import { sourcesOfAll } from '../values/sources';
import {
  factsOf,
  forgotten,
  sourceOf,
  type TensorValue,
  type Tokens,
  tensor,
  unknownTensor,
  withSource,
} from '../values/tensorValue';
import { addStep, chainOf } from '../values/trail';
import { type GivenArgument, type Single, tuple, unknown, type Value } from '../values/value';
import { activated, activatedByModule, activatedOtherwise, axisOf, expOf, logOf } from './activations';
import type { Applied } from './applied';
import { cast, kept } from './casts';
import { compared } from './comparisons';
import { created } from './creation';
import type { Given } from './given';
import { joined } from './joins';
import { matmul } from './matmul';
import { logOfNormaliser, logSumExp, normaliser, positive } from './normalise';
import { extremum, indices, ordered, positions, reduced } from './reductions';
import { flattened, moved, numberOf, reshaped, squeezed, unsqueezed } from './shapes';

type Word = Extract<Effect, string>;

/** What each word that needs no more says of a tensor. */
const words: Readonly<Record<Word, (applied: Applied) => Value>> = {
  keeps: kept,
  'requires-grad': ({ run, x }) => {
    run.report.requireGrad(x);
    return x;
  },
  elementwise: mapped,
  unlike: ({ x }) => forgotten(x),
  compares: ({ x, operand, site }) => compared(x, operand, site),
  unknown: () => unknownTensor,
  python: () => unknown,
  log: ({ run, x, operand, site }) => {
    if (x.kind === 'normaliser') return logOfNormaliser(x);
    const result = logOf(x, site, isInside(x, operand));
    if (result.kind === 'logProbs' && result.logOfSoftmax)
      run.report.addLogOfSoftmax(result.logOfSoftmax, chainOf(x.trail));
    return result;
  },
  exp: (applied) => {
    const { x, site } = applied;
    return x.kind === 'logProbs' ? expOf(x, site) : positive(applied, 'exp');
  },
  softplus: (applied) => positive(applied, 'softplus'),
  'log-sum-exp': logSumExp,
  clamps: ({ x }) => clamped(x),
  reduces: (applied) => normaliser(applied) ?? reduced(applied),
  extremum,
  orders: ordered,
  indices,
  positions: ({ x }) => positions(x),
  negates: ({ run, subject }) => unaryOperation(run, '-', subject),
  'one-hot': oneHot,
  scatters: scattered,
  picks: ({ given }) => bothScores(given.single('input'), given.single('other')),
  chooses: chosen,
  parts: ({ x }) => tuple([], x.kind === 'scores' ? moved(x, x.rank) : unknownTensor),
};

/** What an operation or a module makes of the values that are followed. */
export function interpret(effect: Effect, applied: Applied): Value {
  if (typeof effect === 'string') return words[effect](applied);
  switch (effect.does) {
    case 'casts':
      return cast(applied, effect);
    case 'scores':
      return scores(applied, effect);
    case 'recurs':
      return recurrent(applied, effect);
    case 'activates':
      return activation(applied, effect);
    case 'arithmetic':
      return arithmetic(applied, effect);
    case 'matmul':
      return product(applied, effect);
    case 'reshapes':
      return { ...withAxes(applied, effect), tokens: tokensOf(applied, effect) };
    case 'joins':
      return joined(applied, effect);
    case 'creates':
      return created(applied, effect);
  }
}

/** Elementwise modules with parameters of their own. */
const learned: ReadonlySet<string> = new Set(['PReLU']);

/** Elementwise, with what has a gradient among the other arguments: `F.prelu(x, weight)`. */
function mapped({ x, name, given, module }: Applied): TensorValue {
  if (module) return { ...elementwise(x), gradFree: learned.has(name) ? null : x.gradFree };
  return { ...elementwise(x), gradFree: gradFreeOf(x, given) };
}

/** The literals that a tensor and all other arguments come from. */
function gradFreeOf(x: TensorValue, given: Given): TensorValue['gradFree'] {
  return given.isOpen ? null : sourcesOfAll([x, ...given.others('input').map(({ value }) => value)]);
}

function elementwise(x: TensorValue): TensorValue {
  return x.kind === 'scores' ? { ...x, isUnbounded: false } : forgotten(x);
}

function clamped(x: TensorValue): TensorValue {
  return /^(probs|logProbs|scores|complement)$/.test(x.kind)
    ? { ...withSource(x, { isExact: false }), isUnbounded: false }
    : elementwise(x);
}

function activation(applied: Applied, effect: Activates): TensorValue {
  const { x, given, operand, site, module } = applied;
  const { name, isPlain } = effect;
  noteQuantity(applied);
  if (!isPlain) return activatedOtherwise(name, x, site);
  const axis = axisOf(given, effect);
  return module ? activatedByModule(name, x, module, axis, site) : activated(name, x, axis, operand, site);
}

/** Says that an unknown quantity is activated, by itself or as the name in `outputs / temperature`. */
function noteQuantity({ run, subject, operand, site, module }: Applied): void {
  if (subject.type !== 'unknown') return;
  const name = operand && /^([A-Za-z_]\w*)\s*[*/]/.exec(run.report.textOf(operand))?.[1];
  const value = subject.symbol === null && name ? run.lookUp(name) : subject;
  if (value?.type === 'unknown' && value.symbol !== null)
    run.report.sites.activates(value.symbol, module ?? site);
}

/** The softmax stands inside of the call of `log`. */
function isInside(x: TensorValue, operand: Applied['operand']): boolean {
  const source = sourceOf(x);
  if (!source || !operand) return false;
  const { path, from, to } = source.activation.applied;
  return path === operand.path && operand.from <= from && to <= operand.to;
}

/** Raw scores with the shape that a layer gives them. */
function scores({ x, name, given, site, module }: Applied, { by }: Scores): TensorValue {
  const { path, from, to } = module ?? site;
  const isLinear = by === 'linear';
  const isSingle = given.number('out_features') === 1;
  const told = module
    ? l10n.t('`nn.{0}` makes raw scores', name)
    : l10n.t('`{0}` makes raw scores', codeInWords(site.written));
  return tensor(
    {
      rank: by === 'embedding' ? null : x.rank,
      minRank: by === 'convolution' ? Math.max(2, x.minRank) : x.minRank,
      dtype: 'float',
      isLastAxisClasses: isLinear && !isSingle,
      isLastAxisOne: isLinear && isSingle,
      isUnbounded: isLinear || by === 'convolution',
      gradFree: module ? null : gradFreeOf(x, given),
      trail: addStep(null, { path, from, to }, told),
    },
    'scores',
  );
}

/** Recurrent layers and attention, which return more than their output. */
function recurrent(applied: Applied, { returns }: Recurs): Value {
  const output = scores({ ...applied, x: unknownTensor }, { does: 'scores', by: 'other' });
  if (returns === 'two-states') {
    const state = scores(applied, { does: 'scores', by: 'other' });
    return tuple([state, state]);
  }
  if (returns === 'output-and-weights') return tuple([output, unknownTensor]);
  return tuple([output, returns === 'output-and-two-states' ? tuple([output, output]) : output]);
}

/** As the operator does, which a number `alpha` may multiply: `torch.add(x, y, alpha=2)`. */
function arithmetic({ run, subject, given }: Applied, { operator }: Arithmetic): Value {
  const other = given.get('other')?.value;
  if (!other) return unknownTensor;
  const alpha = given.get('alpha')?.value;
  const right = alpha ? binaryOperation(run, '*', other, alpha) : other;
  const rounding = given.get('rounding_mode')?.value;
  if (rounding && rounding.type !== 'constant') return unknownTensor;
  const isRounded = rounding?.type === 'constant' && rounding.value !== null;
  return binaryOperation(run, isRounded ? '//' : operator, subject, right);
}

function product({ given }: Applied, { left, right, rank }: MatrixProduct): Value {
  return matmul(given.single(left), given.single(right), rank);
}

/** Axes that are put together or apart leave the elements in their order; of scores, those of the classes may move. */
function tokensOf({ subject, x }: Applied, { to }: Reshapes): Tokens | null {
  const isReordered = to === 'permuted' || to === 'exchanged';
  if (subject.type !== 'unknown' || subject.symbol === null)
    return isReordered && !x.tokens?.model ? null : x.tokens;
  return isReordered ? null : { symbol: subject.symbol, model: null };
}

function withAxes({ x, given }: Applied, { to }: Reshapes): TensorValue {
  switch (to) {
    case 'sizes':
      return reshaped(x, given.sizes());
    case 'like-other':
      return moved(x, rankOf(given.get('other')));
    case 'as-many-as-sizes':
      return moved(x, given.sizes()?.length ?? null);
    case 'permuted':
      return moved(x, given.sizes()?.length ?? x.rank);
    case 'flat':
      return moved(x, 1);
    case 'flattened':
      if (given.has('end_dim')) return flattened(x, undefined);
      return flattened(x, given.has('start_dim') ? given.number('start_dim') : 0);
    case 'flattened-samples': {
      const flat = flattened(x, given.has('start_dim') ? given.number('start_dim') : 1);
      return x.kind === 'scores' ? flat : tensor(factsOf(flat));
    }
    case 'unsqueezed':
      return unsqueezed(x, given.number('dim'));
    case 'squeezed':
      return squeezed(x, given.number('dim'));
    case 'exchanged':
      return moved(x, x.rank);
  }
}

function rankOf(argument: GivenArgument | undefined): number | null {
  return argument?.value.type === 'tensor' ? argument.value.rank : null;
}

function oneHot({ x, site }: Applied): TensorValue {
  const trail = addStep(null, site, l10n.t('`{0}` makes one-hot rows', codeInWords(site.written)));
  const rank = x.rank === null ? null : x.rank + 1;
  return tensor({ rank, minRank: x.minRank + 1, dtype: 'int', trail }, 'oneHot');
}

/** `zeros(…).scatter_(1, index, 1)` */
function scattered({ x, given, site }: Applied): TensorValue {
  if (x.kind !== 'blank' || numberOf((given.get('src') ?? given.get('value'))?.value) !== 1)
    return unknownTensor;
  const trail = addStep(null, site, l10n.t('`scatter_` makes one-hot rows'));
  return tensor({ ...factsOf(x), trail }, 'oneHot');
}

/** Some positions along an axis: of probabilities it must not be the axis of the classes. */
function chosen({ x, given }: Applied): TensorValue {
  const isOfBatch = given.number('dim') === 0 && sourceOf(x)?.activation.dim !== 0;
  return x.kind === 'scores' || isOfBatch ? moved(x, x.rank) : unknownTensor;
}

function bothScores(a: Single | undefined, b: Single | undefined): TensorValue {
  const isSure = a?.type === 'tensor' && b?.type === 'tensor' && a.kind === 'scores' && b.kind === 'scores';
  if (!isSure) return unknownTensor;
  const rank = a.rank === b.rank ? a.rank : null;
  return { ...a, rank, isUnbounded: a.isUnbounded && b.isUnbounded, gradFree: sourcesOfAll([a, b]) };
}
