import * as l10n from '../../../l10n';
import { isFloatingPoint } from '../../../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../../../tensor/rowLayout';
import { isSameShape } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { NotEvaluated } from '../../values/pythonError';
import type { LossArguments } from '../tensor/lossInputs';
import { mapTensor } from '../tensor/tensorMath';

/** `gradInput` of unreduced losses that each belong to a row of the input: times the gradient of its loss. */
export function perRow(grad: Tensor, gradInput: Tensor): Tensor {
  const layout = rowLayoutOf(gradInput.shape);
  const data = gradInput.data.slice();
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    for (let c = 0; c < layout.numClasses; c++) data[offset + c * layout.stride] *= grad.data[row];
  }
  return { ...gradInput, data };
}

/** The same for losses that each belong to an element. */
export function perElement(grad: Tensor, gradInput: Tensor): Tensor {
  if (!isSameShape(grad.shape, gradInput.shape))
    throw new NotEvaluated(l10n.t('backward() of a broadcast kl_div'));
  return mapTensor(gradInput, (slope, i) => slope * grad.data[i]);
}

export function crossEntropyGradFn(args: LossArguments<Tensor>): string {
  const { input, target, reduction, labelSmoothing } = args;
  const isProbabilities = isSameShape(input.shape, target.shape) && isFloatingPoint(target.dtype);
  if (isProbabilities) return reduction === 'mean' ? 'DivBackward1' : 'NegBackward0';
  return labelSmoothing > 0 ? 'AddBackward0' : nllGradFn(args);
}

export function nllGradFn({ input: { shape }, reduction }: LossArguments<Tensor>): string {
  if (shape.length <= 2) return 'NllLossBackward0';
  return shape.length !== 4 && reduction === 'none' ? 'ViewBackward0' : 'NllLoss2DBackward0';
}

export function klDivGradFn({ reduction, logTarget }: LossArguments<Tensor>): string {
  if (reduction === 'none') return logTarget ? 'MulBackward0' : 'SubBackward0';
  return { mean: 'MeanBackward0', sum: 'SumBackward0' }[reduction] ?? 'DivBackward0';
}
