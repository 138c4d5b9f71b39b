import * as l10n from '../../../l10n';
import { crossEntropyLoss } from '../../../loss/crossEntropyLoss';
import { klDivLoss } from '../../../loss/klDivLoss';
import type { KlReduction, LossResult, Reduction } from '../../../loss/lossTypes';
import { nllLoss } from '../../../loss/nllLoss';
import { isFloatingPoint } from '../../../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../../../tensor/rowLayout';
import { isSameShape } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import type { LossName } from '../../lossUsage';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import type { LossInputs } from '../tensor/lossInputs';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** What PyTorch refuses, with the code that says what was evidently meant. */
export class LossError extends PythonError {
  constructor(
    type: string,
    message: string,
    /** As `target.long()`; null when nothing is evident. */
    readonly correction: string | null,
  ) {
    super(type, message);
  }
}

/** The value of a loss with its place in the graph. */
export function lossOf(context: TorchContext, name: LossName, args: LossInputs): TorchTensor {
  const { input, target, weight } = args;
  const result = computed(name, args);
  if (result.error) throw new LossError(result.error.type, result.error.message, result.error.correction);
  const { output, gradInput } = result;
  if (output === null || gradInput === null) throw new NotEvaluated(l10n.t('{0} of these tensors', name));
  if (context.isGradEnabled && (target.requiresGrad || weight?.requiresGrad)) {
    throw new NotEvaluated(l10n.t('a loss whose target or weight requires grad'));
  }
  const isNone = args.reduction === 'none';
  return context.record(output, gradFnOf(name, args), [input], (grad) => [
    isNone ? perElement(grad, gradInput, name) : mapTensor(gradInput, (slope) => slope * grad.data[0]),
  ]);
}

function computed(name: LossName, args: LossInputs): LossResult {
  const { ignoreIndex, labelSmoothing, logTarget } = args;
  const input = args.input.dense();
  const target = args.target.dense();
  const weight = args.weight?.dense() ?? null;
  if (name === 'KLDivLoss')
    return klDivLoss(input, target, { reduction: args.reduction as KlReduction, logTarget });
  const reduction = args.reduction as Reduction;
  if (name === 'NLLLoss') return nllLoss(input, target, { weight, ignoreIndex, reduction });
  return crossEntropyLoss(input, target, { weight, ignoreIndex, reduction, labelSmoothing });
}

/** Without reduction each loss has its own gradient, which belongs to its row of the input. */
function perElement(grad: Tensor, gradInput: Tensor, name: LossName): Tensor {
  if (name === 'KLDivLoss') {
    if (!isSameShape(grad.shape, gradInput.shape))
      throw new NotEvaluated(l10n.t('backward() of a broadcast kl_div'));
    return mapTensor(gradInput, (slope, i) => slope * grad.data[i]);
  }
  const layout = rowLayoutOf(gradInput.shape);
  const data = gradInput.data.slice();
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    for (let c = 0; c < layout.numClasses; c++) data[offset + c * layout.stride] *= grad.data[row];
  }
  return { ...gradInput, data };
}

function gradFnOf(
  name: LossName,
  { input, target, reduction, labelSmoothing, logTarget }: LossInputs,
): string {
  if (name === 'KLDivLoss') {
    if (reduction === 'none') return logTarget ? 'MulBackward0' : 'SubBackward0';
    return { mean: 'MeanBackward0', sum: 'SumBackward0' }[reduction] ?? 'DivBackward0';
  }
  const isProbabilities = isSameShape(input.shape, target.shape) && isFloatingPoint(target.dtype);
  if (name === 'CrossEntropyLoss' && isProbabilities)
    return reduction === 'mean' ? 'DivBackward1' : 'NegBackward0';
  if (name === 'CrossEntropyLoss' && labelSmoothing > 0) return 'AddBackward0';
  if (input.dimCount <= 2) return 'NllLossBackward0';
  return input.dimCount !== 4 && reduction === 'none' ? 'ViewBackward0' : 'NllLoss2DBackward0';
}
