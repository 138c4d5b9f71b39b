import { failure, type TorchFailure } from './torchFailure';

/** Names that PyTorch takes besides the ones that the types allow: an old one for 'mean'. */
const deprecatedMean = 'elementwise_mean';

/** PyTorch's ValueError for a reduction read from a text that is none of `allowed`. Source: torch/nn/_reduction.py. */
export function checkReduction(reduction: string, allowed: readonly string[]): TorchFailure | null {
  if (allowed.includes(reduction) || reduction === deprecatedMean) return null;
  return failure('ValueError', `${reduction} is not a valid value for reduction`);
}

/** 'mean' for its old name, any other reduction as it is. */
export function currentReduction<R extends string>(reduction: R): R | 'mean' {
  return reduction === deprecatedMean ? 'mean' : reduction;
}
