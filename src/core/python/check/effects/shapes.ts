import { isActivated, type TensorValue, withSource } from '../values/tensorValue';
import type { GivenArgument, Value } from '../values/value';

/** The number that a value is, undefined when it is not known. */
export function numberOf(value: Value | undefined): number | undefined {
  return value?.type === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

/** The argument of this name, or at this position among those without a name. */
export function argument(
  args: readonly GivenArgument[],
  name: string,
  position: number,
): GivenArgument | undefined {
  return (
    args.find((one) => one.name === name) ??
    args.filter((one) => one.name === null && one.stars === 0)[position]
  );
}

/** Axes exchanged or put together: same values, class axis elsewhere. */
export function moved(x: TensorValue, rank: number | null): TensorValue {
  const shape = {
    rank,
    minRank: rank ?? 0,
    isLastAxisOne: false,
    isLastAxisClasses: false,
    tokens: null,
  };
  return { ...withSource(x, { isAxisKept: false }), ...shape };
}

/** `view`, `reshape`: sizes as far as they are known. */
export function reshaped(x: TensorValue, sizes: readonly Value[] | null): TensorValue {
  if (sizes === null) return moved(x, null);
  const result = whole(moved(x, sizes.length));
  const isLastKept = x.isLastAxisClasses && sizes.length >= 2 && numberOf(sizes[sizes.length - 1]) !== 1;
  return {
    ...result,
    isLastAxisOne: sizes.length > 1 && numberOf(sizes[sizes.length - 1]) === 1,
    isLastAxisClasses: isLastKept,
  };
}

/** What was put together along the classes has axes of its own now. */
function whole(x: TensorValue): TensorValue {
  return isActivated(x) ? { ...x, isJoined: false } : x;
}

export function flattened(x: TensorValue, start: number | undefined): TensorValue {
  if (start === undefined) return moved(x, null);
  return moved(x, start >= 0 ? start + 1 : null);
}

export function unsqueezed(x: TensorValue, dim: number | undefined): TensorValue {
  const rank = x.rank === null ? null : x.rank + 1;
  const isLast = dim === -1 || (x.rank !== null && dim === x.rank) || (x.rank === null && dim === 1);
  return {
    ...moved(x, rank),
    minRank: Math.max(x.minRank, (dim ?? 0) > 0 ? (dim ?? 0) : 0) + 1,
    isLastAxisOne: isLast,
  };
}

export function squeezed(x: TensorValue, dim: number | undefined): TensorValue {
  const isLast = dim === -1 || (x.rank !== null && dim === x.rank - 1);
  if (x.isLastAxisOne && (isLast || (x.rank === null && dim === 1))) {
    return moved(x, x.rank === null ? null : x.rank - 1);
  }
  return { ...moved(x, null), isLastAxisClasses: false };
}
