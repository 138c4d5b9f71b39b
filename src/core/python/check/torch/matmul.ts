import { type Single, tensor, unknown, unknownTensor, type Value } from '../value';

/** A product of matrices: raw scores when one side is a parameter or raw scores itself, and no side is a mixture's weights. */
export function matmul(a: Single | undefined, b: Single | undefined, rank: number | null = null): Value {
  if (!a || !b) return unknownTensor;
  const sides = [a, b].flatMap((one) => (one.type === 'tensor' ? [one] : []));
  if (sides.length === 0) return unknown;
  const isMixture = sides.some(({ kind }) => kind !== 'scores' && kind !== 'unknown');
  const trail = sides.find(({ kind }) => kind === 'scores')?.trail ?? null;
  if (isMixture || trail === null) return unknownTensor;
  return tensor({ kind: 'scores', rank, minRank: rank ?? 0, dtype: 'float', isLastAxisClasses: true, trail });
}
