import * as l10n from '../../../l10n';
import type { LossName } from '../../lossUsage';
import { NotEvaluated, typeError } from '../../values/pythonError';
import { typeNameOf } from '../../values/values';
import { type LossInputs, lossOf } from '../kernels/losses';
import { type Operation, operation } from '../operation';
import type { Bound } from '../signature';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** Told of every loss that is called. */
export type LossListener = (name: LossName, inputs: LossInputs) => void;

/** PyTorch's names of the functions behind, which its messages use. */
const nativeNames: Readonly<Record<LossName, string>> = {
  CrossEntropyLoss: 'cross_entropy_loss',
  NLLLoss: 'nll_loss_nd',
  KLDivLoss: 'kl_div',
};

/** Calls a loss with the arguments of its functional form. */
export function callLoss(
  context: TorchContext,
  name: LossName,
  args: Bound,
  listener: LossListener,
): TorchTensor {
  if (args.has('size_average') || args.has('reduce'))
    throw new NotEvaluated(l10n.t('{0} with size_average= or reduce=', name));
  const inputs: LossInputs = {
    input: tensorOf(args, 'input', name),
    target: tensorOf(args, 'target', name),
    weight: weightOf(args),
    ignoreIndex: args.intOr('ignore_index', -100),
    reduction: String(args.get('reduction') ?? 'mean'),
    labelSmoothing: args.numberOr('label_smoothing', 0),
    logTarget: args.bool('log_target', false),
  };
  listener(name, inputs);
  return lossOf(context, name, inputs);
}

function weightOf(args: Bound): TorchTensor | null {
  const weight = args.get('weight') ?? null;
  if (weight === null || weight instanceof TorchTensor) return weight;
  throw new NotEvaluated(l10n.t('a weight that is no tensor'));
}

function tensorOf(args: Bound, parameter: 'input' | 'target', name: LossName): TorchTensor {
  const value = args.get(parameter) ?? null;
  if (value instanceof TorchTensor && value.library === 'torch') return value;
  const position = parameter === 'input' ? 1 : 2;
  throw typeError(
    `${nativeNames[name]}(): argument '${parameter}' (position ${position}) must be Tensor, not ${typeNameOf(value)}`,
  );
}

/** The losses as functions. */
export function lossOperations(listener: LossListener): readonly Operation[] {
  const loss = (name: string, of: LossName, parameters: string) =>
    operation(name, 'F', parameters, (context, args) => callLoss(context, of, args, listener), 'python');
  return [
    loss(
      'cross_entropy',
      'CrossEntropyLoss',
      'input, target, weight=, size_average=, ignore_index=, reduce=, reduction=, label_smoothing=',
    ),
    loss('nll_loss', 'NLLLoss', 'input, target, weight=, size_average=, ignore_index=, reduce=, reduction='),
    loss('kl_div', 'KLDivLoss', 'input, target, size_average=, reduce=, reduction=, log_target='),
  ];
}
