import { isFloatingPoint, type Tensor, type UsedOptions } from '../../core';

/** How many of `count` samples the reduction counts: class indices that are not `ignore_index`. */
export function countedSamples(
  count: number,
  target: Tensor | undefined,
  { ignoreIndex }: UsedOptions,
): number {
  if (!target || isFloatingPoint(target.dtype) || target.data.length !== count) return count;
  let counted = 0;
  for (const klass of target.data) if (klass !== ignoreIndex) counted++;
  return counted;
}
