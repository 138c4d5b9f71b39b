import { type TensorValue, tensor, unknownTensor, withSource } from '../values/tensorValue';
import { tuple, type Value } from '../values/value';
import type { Applied } from './applied';
import type { Given } from './given';
import { moved } from './shapes';

/** `sum`, `mean` and the like over an axis, or over all. */
export function reduced({ x, given }: Applied): TensorValue {
  if (x.kind === 'loss') return { ...x, rank: 0, minRank: 0 };
  const rank = rankWithout(x, given);
  if (x.kind === 'scores') return moved(x, rank);
  if (x.kind === 'unknown' || x.kind === 'blank' || x.kind === 'part' || x.kind === 'decisions')
    return tensor({ rank, gradFree: x.gradFree });
  const isAverage = x.kind === 'probs' && given.number('dim') === 0 && x.source?.activation.dim !== 0;
  return isAverage ? withSource(moved(x, null), { isExact: false }) : tensor({ gradFree: x.gradFree });
}

/** Number of axes after a reduction over the one that is given, or over all. */
function rankWithout({ rank }: TensorValue, given: Given): number | null {
  if (!given.has('dim') && !given.isOpen) return 0;
  const keeps = given.flag('keepdim', false);
  if (rank === null || given.number('dim') === undefined || keeps === null) return null;
  return keeps ? rank : rank - 1;
}

/** `max(dim)`: values and indices; without a dim the largest value; of two tensors the larger one of each pair. */
export function extremum({ x, given }: Applied): Value {
  const largest = x.kind === 'scores' ? moved(x, null) : unknownTensor;
  const dim = given.get('dim');
  if ((!dim && !given.isOpen) || dim?.value.type === 'tensor') return largest;
  return tuple([largest, indices({ x, given })]);
}

/** Class indices: the position of the largest along an axis. */
export function indices({ x, given }: Pick<Applied, 'x' | 'given'>): TensorValue {
  const rank = rankWithout(x, given);
  const dim = given.number('dim');
  const isLast = dim === -1 || (x.rank !== null && dim === x.rank - 1);
  const keeps = given.flag('keepdim', false);
  const minRank = rank ?? (keeps === true ? x.minRank : Math.max(0, x.minRank - 1));
  return tensor({ rank, minRank, dtype: 'int', isLastAxisOne: keeps === true && isLast }, 'indices');
}

/** `sort`, `topk`: values and indices. */
export function ordered({ x, given }: Applied): Value {
  const dim = given.number('dim');
  const isLast = !given.has('dim') || dim === -1 || (x.rank !== null && dim === x.rank - 1);
  const values = x.kind === 'scores' ? moved(x, x.rank) : unknownTensor;
  return tuple([values, positions(x, given.number('k') === 1 && isLast)]);
}

/** Indices of the shape of `x`: `argsort`. */
export function positions(x: TensorValue, isLastAxisOne = false): TensorValue {
  return tensor({ rank: x.rank, dtype: 'int', isLastAxisOne }, 'indices');
}
