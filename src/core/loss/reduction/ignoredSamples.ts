import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';

/**
 * Tells which samples are left out because their target is `ignoreIndex`: (row of the unreduced loss) => boolean. Class
 * probabilities are never left out.
 */
export function ignoredSamples(input: Tensor, target: Tensor, ignoreIndex: number): (row: number) => boolean {
  const hasProbabilities = isProbabilityTarget({ input, target });
  return (row) => !hasProbabilities && target.data[row] === ignoreIndex;
}
