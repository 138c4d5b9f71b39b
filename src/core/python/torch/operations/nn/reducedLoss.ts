import { checkReduction, currentReduction } from '../../../../loss/checkReduction';
import { PythonError } from '../../../values/pythonError';
import { mean, sum } from '../../kernels/reductions/reduce';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { truthOf } from '../../tensor/truth';

const all = { dims: null, keepdim: false, dtype: null };

/** The parameters that say how a loss is reduced: the old flags, and the word that they say instead. */
export const reductionParameters = 'size_average=, reduce=, reduction=';

/** What a loss is asked to give: 'none', 'sum' or 'mean', by its name or by the flags of old. */
export function reductionOf(callee: string, args: Bound): string {
  const [average, reduce] = ['size_average', 'reduce'].map((flag) => args.get(flag) ?? null);
  if (average !== null || reduce !== null) {
    if (reduce !== null && !truthOf(reduce)) return 'none';
    return average === null || truthOf(average) ? 'mean' : 'sum';
  }
  const written = args.get('reduction');
  if (written !== undefined && typeof written !== 'string') throw refused(callee);
  const failure = checkReduction(written ?? 'mean', ['none', 'mean', 'sum']);
  if (failure) throw new PythonError(failure.type, failure.message);
  return currentReduction(written ?? 'mean');
}

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
