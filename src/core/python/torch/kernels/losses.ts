import * as l10n from '../../../l10n';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import type { LossRow } from '../losses';
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
export function computeLoss(context: TorchContext, loss: LossRow, inputs: LossInputs): TorchTensor {
  const { input, target, weight } = inputs;
  const args = { ...inputs, input: input.dense(), target: target.dense(), weight: weight?.dense() ?? null };
  const { output, gradInput, error } = loss.compute(args);
  if (error) throw new LossError(error.type, error.message, error.correction);
  if (output === null || gradInput === null)
    throw new NotEvaluated(l10n.t('{0} of these tensors', loss.name));
  if (context.isGradEnabled && (target.requiresGrad || weight?.requiresGrad)) {
    throw new NotEvaluated(l10n.t('a loss whose target or weight requires grad'));
  }
  const isNone = args.reduction === 'none';
  return context.record(output, loss.gradFn(args), [input], (grad) => [
    isNone ? loss.backwardOfNone(grad, gradInput) : mapTensor(gradInput, (slope) => slope * grad.data[0]),
  ]);
}
