import * as l10n from '../../../../l10n';
import { isFloatingPoint } from '../../../../tensor/dtype';
import { NotEvaluated } from '../../../values/pythonError';
import { arithmetic } from '../../kernels/binary';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { notImplemented } from '../../tensor/notImplemented';
import { promoteTypes } from '../../tensor/promote';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { reducedLoss, reductionOf } from './reducedLoss';

/**
 * The losses that measure a distance, with the derivative of each element by the difference; `gradFn` of those that
 * PyTorch computes in one piece.
 */
const distances = {
  mse_loss: { f: (d: number) => d * d, slope: (d: number) => 2 * d, gradFn: 'MseLossBackward0' },
  l1_loss: { f: Math.abs, slope: Math.sign, gradFn: null },
} as const;

export type DistanceLoss = keyof typeof distances;

/** `F.mse_loss` and `F.l1_loss` of two tensors of one shape. */
export function distanceLoss(context: TorchContext, name: DistanceLoss, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const target = args.tensor('target');
  if (args.has('weight')) throw refused(name);
  const reduction = reductionOf(name, args);
  if (input.dtype !== promoteTypes(input.dtype, target.dtype)) throw refused(name);
  if (!isFloatingPoint(input.dtype)) {
    if (name === 'mse_loss') throw notImplemented('mse_cpu', input.dtype);
    throw new NotEvaluated(l10n.t('{0}(…) of whole numbers', name));
  }
  const { f, slope, gradFn } = distances[name];
  const difference = arithmetic(context, '-', input, target);
  const { data, shape, dtype } = difference.dense();
  const each = context.record({ data: data.map(f), shape, dtype }, 'AbsBackward0', [difference], (grad) => [
    mapTensor(grad, (g, i) => g * slope(data[i])),
  ]);
  return reducedLoss(context, each, reduction, gradFn);
}

export const distanceOperations: readonly Operation[] = (Object.keys(distances) as DistanceLoss[]).map(
  (name) =>
    operation(
      name,
      'F',
      'input, target, size_average=, reduce=, reduction=, weight=',
      'unknown',
      (context, args) => distanceLoss(context, name, args),
      'python',
    ),
);
