import * as l10n from '../../../l10n';
import { broadcastShapes } from '../../../tensor/broadcast';
import { isFloatingPoint } from '../../../tensor/dtype';
import { isSameShape } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { Value } from '../../values/values';
import { scatterBack } from '../tensor/lines';
import { dtypeOfNumber, type Operand } from '../tensor/promote';
import type { TorchContext } from '../tensor/torchContext';
import { positionsOf, TorchTensor, type View } from '../tensor/torchTensor';
import { updateInPlace } from './inPlace';
import { checkOverlap } from './overlap';
import { placed } from './place';
import { advancedPositions, type Selection, select } from './selection';
import { tooFewSizes } from './views';
import { checkNotInference, viewOfLeafError } from './writable';

/** `tensor[index]`. */
export function getItem(context: TorchContext, tensor: TorchTensor, index: Value): TorchTensor {
  const selection = select(tensor, index);
  if (selection.advanced.length > 0) return gather(context, tensor, selection);
  return context.recordView(tensor, selection.view, selection.gradFn, (grad) => {
    const data = new Float64Array(tensor.numel);
    // Each place is written once, so that -0 stays what it is.
    for (const [i, at] of sourcesOf(tensor, selection.view).entries()) data[at] = grad.data[i];
    return { data, shape: tensor.shape, dtype: grad.dtype };
  });
}

/** For each element of a view its place among the tensor's elements in row-major order. */
function sourcesOf(tensor: TorchTensor, view: View): Int32Array {
  return placesIn(tensor, positionsOf(view));
}

/** For each position in memory, which element of the tensor it is. */
function placesIn(tensor: TorchTensor, positions: Int32Array): Int32Array {
  const places = new Map<number, number>();
  for (const [i, position] of positionsOf(tensor.view).entries()) places.set(position, i);
  return positions.map((position) => places.get(position) ?? 0);
}

function gather(context: TorchContext, tensor: TorchTensor, selection: Selection): TorchTensor {
  const { positions, shape } = advancedPositions(selection);
  context.charge(positions.length);
  const data = Float64Array.from(positions, (at) => tensor.values[at]);
  const sources = placesIn(tensor, positions);
  return context.record({ data, shape, dtype: tensor.dtype }, 'IndexBackward0', [tensor], (grad) => [
    scatterBack(grad, sources, tensor.shape, tensor.numel),
  ]);
}

/** `tensor[index] = value`, in place. */
export function setItem(context: TorchContext, tensor: TorchTensor, index: Value, value: Operand): void {
  const selection = select(tensor, index);
  const isAdvanced = selection.advanced.length > 0;
  const isItself = isSameShape(selection.view.shape, tensor.shape);
  checkLeaf(context, tensor, isItself);
  if (!isItself) checkNotInference(context, tensor);
  const { positions, shape } = isAdvanced
    ? advancedPositions(selection)
    : { positions: positionsOf(selection.view), shape: selection.view.shape };
  if (typeof value === 'number' && !Number.isFinite(value) && !isFloatingPoint(tensor.dtype)) {
    throw runtimeError('value cannot be converted to type int64_t without overflow');
  }
  const source = value instanceof TorchTensor ? value : TorchTensor.of(numberAsTensor(value));
  checkSource(tensor, selection, source);
  const fitting = fittingShape(source.dense(), shape, isAdvanced);
  const places = placesIn(tensor, positions);
  const gradFn = isAdvanced ? 'IndexPutBackward0' : isItself ? 'CopyBackwards' : 'CopySlices';
  updateInPlace(context, tensor, (old) => placed(context, old, source, { places, shape, fitting, gradFn }));
}

/** What is read must not be what is written, unless it is the very same place. */
function checkSource(tensor: TorchTensor, { view, advanced }: Selection, source: TorchTensor): void {
  if (source.memory !== tensor.memory) return;
  if (advanced.length > 0)
    throw new NotEvaluated(l10n.t('writing into memory that is read at the same time'));
  checkOverlap(new TorchTensor(tensor.memory, view, tensor.dtype, tensor.library), [source], true);
}

function numberAsTensor(value: Exclude<Operand, TorchTensor>): Tensor {
  return { data: Float64Array.of(Number(value)), shape: [], dtype: dtypeOfNumber(value) };
}

function checkLeaf(context: TorchContext, { requiresGrad, node }: TorchTensor, isItself: boolean): void {
  if (!context.isGradEnabled || !requiresGrad || node !== null || isItself) return;
  throw viewOfLeafError();
}

/** The shape of the source without leading ones that the place lacks; PyTorch's error where it does not fit. */
function fittingShape(source: Tensor, shape: readonly number[], isAdvanced: boolean): readonly number[] {
  const extra = source.shape.length - shape.length;
  const isLead = extra > 0 && source.shape.slice(0, extra).every((size) => size === 1);
  const fitting = isLead ? source.shape.slice(extra) : source.shape;
  const broadcast = broadcastShapes(fitting, shape);
  const fits = broadcast.mismatch === null && isSameShape(broadcast.shape, shape);
  if (fits && fitting.length <= shape.length) return fitting;
  if (isAdvanced) {
    throw runtimeError(
      `shape mismatch: value tensor of shape [${source.shape.join(', ')}] cannot be broadcast to indexing result of shape [${shape.join(', ')}]`,
    );
  }
  if (fitting.length > shape.length) throw runtimeError(tooFewSizes(source, shape));
  const pair = broadcastShapes(shape, source.shape).mismatch;
  if (!pair) throw new NotEvaluated(l10n.t('this assignment to an index'));
  throw runtimeError(
    `The expanded size of the tensor (${pair.a}) must match the existing size (${pair.b}) at non-singleton dimension ${pair.dim}.  Target sizes: [${shape.join(', ')}].  Tensor sizes: [${source.shape.join(', ')}]`,
  );
}
