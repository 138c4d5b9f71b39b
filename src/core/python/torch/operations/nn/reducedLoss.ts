import { mean, sum } from '../../kernels/reductions/reduce';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

const all = { dims: null, keepdim: false, dtype: null };

/**
 * The losses of all elements under 'none', 'sum' or 'mean'. With `gradFn` the result is one node of the graph by this
 * name, as for a loss that PyTorch computes in one piece.
 */
export function reducedLoss(
  context: TorchContext,
  unreduced: TorchTensor,
  reduction: string,
  gradFn: string | null,
): TorchTensor {
  const result =
    reduction === 'none' ? unreduced : (reduction === 'sum' ? sum : mean)(context, unreduced, all);
  if (gradFn !== null && result.node) result.node = { ...result.node, name: gradFn, saves: true };
  return result;
}
