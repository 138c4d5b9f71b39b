import * as l10n from '../../../l10n';
import { NotEvaluated, typeError } from '../../values/pythonError';
import { typeNameOf } from '../../values/values';
import { lossOf } from '../kernels/losses';
import { type LossRow, losses } from '../losses';
import { type Operation, operation } from '../operation';
import type { Bound } from '../signature';
import type { LossInputs } from '../tensor/lossInputs';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** Calls a loss with the arguments of its functional form. */
function callLoss(context: TorchContext, loss: LossRow, args: Bound): TorchTensor {
  const { name } = loss;
  if (args.has('size_average') || args.has('reduce'))
    throw new NotEvaluated(l10n.t('{0} with size_average= or reduce=', name));
  const inputs: LossInputs = {
    input: tensorOf(args, 'input', loss),
    target: tensorOf(args, 'target', loss),
    weight: weightOf(args),
    ignoreIndex: args.intOr('ignore_index', -100),
    reduction: String(args.get('reduction') ?? 'mean'),
    labelSmoothing: args.numberOr('label_smoothing', 0),
    logTarget: args.bool('log_target', false),
  };
  context.onLoss(name, inputs);
  return lossOf(context, name, inputs);
}

function weightOf(args: Bound): TorchTensor | null {
  const weight = args.get('weight') ?? null;
  if (weight === null || weight instanceof TorchTensor) return weight;
  throw new NotEvaluated(l10n.t('a weight that is no tensor'));
}

function tensorOf(args: Bound, parameter: 'input' | 'target', { nativeName }: LossRow): TorchTensor {
  const value = args.get(parameter) ?? null;
  if (value instanceof TorchTensor && value.library === 'torch') return value;
  const position = parameter === 'input' ? 1 : 2;
  throw typeError(
    `${nativeName}(): argument '${parameter}' (position ${position}) must be Tensor, not ${typeNameOf(value)}`,
  );
}

/** The losses as functions. */
export const lossOperations: readonly Operation[] = losses.map((loss) =>
  operation(
    loss.functional,
    'F',
    `input, target, ${loss.options}`,
    null,
    (context, args) => callLoss(context, loss, args),
    'python',
  ),
);
