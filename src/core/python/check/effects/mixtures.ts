import { type Activated, isActivated, ofNoActivation, type TensorContent } from '../values/tensorValue';
import type { Single } from '../values/value';
import { numberOf } from './shapes';

/** Weights of a mixture that are written in decimals sum to 1 within this. */
const rounding = 1e-9;

/** Probabilities times something: what the classes sum to, null when that is not known. */
interface Share {
  readonly total: number | null;
  readonly isLikely: boolean;
}

const likely: TensorContent = { kind: 'probs', ...ofNoActivation, isLikely: true };

/**
 * What weighted probabilities and their sums are: probabilities when the weights sum to 1. Weights that are not known
 * are taken for such that do, a whole number for that of what was added up, and zeros for what a sum starts from. null
 * for anything else.
 */
export function mixture(operator: string, a: Single, b: Single): TensorContent | null {
  const x = shareOf(a);
  const y = shareOf(b);
  if (operator === '+') return sumOf(x, y, isBlank(a) || isBlank(b));
  if (operator === '*' && x) return scaled(x, b, (total, weight) => total * weight);
  if (operator === '*' && y) return scaled(y, a, (total, weight) => total * weight);
  if (operator === '/' && x?.isLikely && Number.isInteger(numberOf(b))) return likely;
  return operator === '/' && x ? scaled(x, b, (total, weight) => total / weight) : null;
}

function shareOf(value: Single): Share | null {
  if (value.type !== 'tensor') return null;
  if (value.kind === 'probs') return { total: 1, isLikely: value.isLikely };
  return value.kind === 'part' ? { total: value.total, isLikely: false } : null;
}

function isBlank(value: Single): boolean {
  return value.type === 'tensor' && value.kind === 'blank';
}

function sumOf(x: Share | null, y: Share | null, isOntoZeros: boolean): TensorContent | null {
  if (!x || !y) return isOntoZeros && (x || y) ? likely : null;
  if (x.total === null || y.total === null || x.isLikely || y.isLikely) return likely;
  return ofTotal(x.total + y.total);
}

function scaled(
  { total, isLikely }: Share,
  factor: Single,
  scale: (total: number, weight: number) => number,
): TensorContent | null {
  const weight = numberOf(factor);
  if (weight !== undefined)
    return isLikely || total === null ? { kind: 'part', total: null } : ofTotal(scale(total, weight));
  if (!isUnknown(factor)) return null;
  return isLikely ? likely : { kind: 'part', total: null };
}

function ofTotal(total: number): TensorContent {
  const isMixture = Math.abs(total - 1) < rounding;
  return isMixture ? { kind: 'probs', ...ofNoActivation } : { kind: 'part', total };
}

function isUnknown(value: Single | undefined): boolean {
  return (
    value?.type === 'unknown' ||
    (value?.type === 'tensor' && (value.kind === 'unknown' || value.kind === 'decisions'))
  );
}

/**
 * What a product of matrices is when one side is probabilities or log-probabilities; null for anything else. Rows that
 * sum to 1 times such a matrix, or times one-hot rows, are such again; a matrix that is not known is likely to be one.
 */
export function mixedByMatrix(a: Single, b: Single): TensorContent | null {
  if (a.type === 'tensor' && a.kind === 'logProbs') return isUnknown(b) ? { kind: 'mixedLogProbs' } : null;
  if (isUnknown(a) && b.type === 'tensor' && b.kind === 'probs') return b.isLastAxisOne ? likely : null;
  if (a.type !== 'tensor' || a.kind !== 'probs' || !hasRows(a)) return null;
  if (isUnknown(b)) return likely;
  const isStochastic = b.type === 'tensor' && ((b.kind === 'probs' && hasRows(b)) || b.kind === 'oneHot');
  if (!isStochastic) return null;
  const isUnsure = [a, b].some(
    (one) => isActivated(one) && (one.isLikely || one.source?.isAxisKept === false),
  );
  return { kind: 'probs', ...ofNoActivation, isLikely: isUnsure };
}

/** The numbers that sum to 1 were those along the last axis, as far as it is known. */
function hasRows({ source, isJoined }: Activated): boolean {
  if (isJoined || !source) return !isJoined;
  const { dim, rank } = source.activation;
  return dim === undefined || dim === -1 || (dim === 1 && (rank === null || rank === 2));
}
