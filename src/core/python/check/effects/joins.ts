import type { Joins } from '../../torch/effect';
import { current } from '../follow/memory';
import { alternativesOf, anyOf } from '../values/choice';
import { sourcesOfAll } from '../values/sources';
import { isActivated, type TensorValue, unknownTensor } from '../values/tensorValue';
import { itemsOf } from '../values/value';
import type { Applied } from './applied';
import { moved } from './shapes';

/** `cat`, `stack`: tensors of a list put together. */
export function joined({ run, given }: Applied, { isStack }: Joins): TensorValue {
  const list = given.get('tensors');
  const items = list ? itemsOf(run.here(list.value)) : null;
  if (!items) return unknownTensor;
  const dim = given.number('dim');
  const parts = alternativesOf(current(run, anyOf(items))).map(({ value }) => value);
  const [first] = parts;
  if (first?.type !== 'tensor' || parts.some((part) => part.type !== 'tensor' || part.kind !== first.kind)) {
    return unknownTensor;
  }
  const isAlongClasses = !isStack && dim !== undefined && dim !== 0;
  const isKept = first.kind === 'scores' || first.kind === 'indices' || !isAlongClasses;
  const rank = first.rank === null ? null : first.rank + (isStack ? 1 : 0);
  const gradFree = sourcesOfAll(parts);
  const isLastAxisClasses = first.isLastAxisClasses && !isStack;
  const isUnbounded = parts.every((part) => part.type === 'tensor' && part.isUnbounded);
  const all = { ...moved(first, rank), gradFree, isLastAxisClasses, isUnbounded };
  return isActivated(all) ? { ...all, isJoined: !isKept } : all;
}
