import * as l10n from '../../../l10n';
import type { CallSite } from '../values/callSite';
import {
  factsOf,
  forgotten,
  ofNoActivation,
  plainLogProbs,
  type TensorContent,
  type TensorValue,
  tensor,
  unknownTensor,
} from '../values/tensorValue';
import { addStep } from '../values/trail';
import type { Single } from '../values/value';
import type { Applied } from './applied';

/** `exp` or softplus of anything: positive numbers. */
export function positive({ x, subject, site }: Applied, by: 'exp' | 'softplus'): TensorValue {
  const { rank, minRank, gradFree, isLastAxisClasses } = x;
  const trail = addStep(null, placeOf(site), l10n.t('`{0}` makes positive numbers', by));
  return tensor(
    { rank, minRank, dtype: 'float', gradFree, isLastAxisClasses, trail },
    { kind: 'positive', by, of: quantityOf(subject) },
  );
}

function placeOf({ path, from, to }: CallSite) {
  return { path, from, to };
}

/** The axis of a reduction is that of the classes, and stays: `sum(1, keepdim=True)`. */
function isOverClasses({ x, given }: Pick<Applied, 'x' | 'given'>): boolean {
  const dim = given.number('dim');
  const isClassAxis = x.rank === 1 ? dim === 0 || dim === -1 : dim === -1 || dim === 1;
  return isClassAxis && given.flag('keepdim', false) === true;
}

/** The sum of positive numbers over the classes; null for any other sum. */
export function normaliser(applied: Applied): TensorValue | null {
  const { x, name } = applied;
  if (x.kind !== 'positive' || name !== 'sum' || !isOverClasses(applied)) return null;
  return tensor({ ...factsOf(x), trail: null }, { kind: 'normaliser', isLog: false, by: x.by, of: x.of });
}

/** `logsumexp` over the classes. */
export function logSumExp(applied: Applied): TensorValue {
  const { x, subject } = applied;
  if (!isOverClasses(applied)) return unknownTensor;
  const { rank, minRank, gradFree } = x;
  return tensor(
    { rank, minRank, gradFree },
    { kind: 'normaliser', isLog: true, by: 'exp', of: quantityOf(subject) },
  );
}

/** `log` of a sum of exponentials. */
export function logOfNormaliser(x: TensorValue): TensorValue {
  if (x.kind !== 'normaliser' || x.isLog) return forgotten(x);
  return { ...x, isLog: true };
}

/** A softmax or its logarithm written by hand: `e / e.sum(1, keepdim=True)`, `z - z.logsumexp(1, keepdim=True)`. */
export function normalisedContent(operator: string, a: Single, b: Single): TensorContent | null {
  if (b.type !== 'tensor' || b.kind !== 'normaliser') return null;
  const isQuotient =
    operator === '/' && !b.isLog && a.type === 'tensor' && a.kind === 'positive' && a.by === b.by;
  if (isQuotient && a.of === b.of) return { kind: 'probs', ...ofNoActivation };
  const isDifference = operator === '-' && b.isLog && b.by === 'exp' && quantityOf(a) === b.of;
  return isDifference ? { kind: 'logProbs', ...ofNoActivation, ...plainLogProbs } : null;
}

/** What stands for a value wherever it is certainly the same one; a new object for what can be anything. */
function quantityOf(value: Single): object | string {
  if (value.type === 'unknown') return value.symbol ?? {};
  return value === unknownTensor ? {} : value;
}
