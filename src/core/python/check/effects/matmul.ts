import { sourcesOf } from '../values/sources';
import { isActivated, tensor, unknownTensor } from '../values/tensorValue';
import { type Single, unknown, type Value } from '../values/value';
import { mixedByMatrix } from './mixtures';

/** Two matrices make a matrix. */
function productRank(a: Single, b: Single): number | null {
  const isMatrix = (one: Single) => one.type === 'tensor' && one.rank === 2;
  return isMatrix(a) && isMatrix(b) ? 2 : null;
}

/** A product of matrices: raw scores when one side is a parameter or raw scores itself, and no side is a mixture's weights. */
export function matmul(a: Single | undefined, b: Single | undefined, rank: number | null = null): Value {
  if (!a || !b) return unknownTensor;
  const sides = [a, b].flatMap((one) => (one.type === 'tensor' ? [one] : []));
  if (sides.length === 0) return unknown;
  const gradFree = sides.length === 2 ? sourcesOf(sides) : null;
  const shape = { rank: rank ?? productRank(a, b), dtype: 'float', gradFree } as const;
  const mixed = mixedByMatrix(a, b);
  if (mixed) return tensor({ ...shape, trail: sides.find(isActivated)?.trail ?? null }, mixed);
  const isMixture = sides.some(({ kind }) => !['scores', 'unknown', 'positive', 'normaliser'].includes(kind));
  const scores = sides.find(({ kind }) => kind === 'scores');
  if (isMixture || !scores) return tensor(shape);
  return tensor({ ...shape, isLastAxisClasses: true, trail: scores.trail }, 'scores');
}
