import * as l10n from '../../../l10n';
import { broadcastShapes } from '../../../tensor/broadcast';
import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { Value } from '../../values/values';
import { scatterBack } from '../tensor/lines';
import { dtypeOfNumber, type Operand } from '../tensor/promote';
import { expandTo, reshaped } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { positionsOf, TorchTensor, type View } from '../tensor/torchTensor';
import { advancedPositions, type Selection, select } from './selection';
import { tooFewSizes } from './views';

/** `tensor[index]`. */
export function getItem(context: TorchContext, tensor: TorchTensor, index: Value): TorchTensor {
  const selection = select(tensor, index);
  if (selection.advanced.length > 0) return gather(context, tensor, selection);
  return context.recordView(tensor, selection.view, selection.gradFn, (grad) =>
    scatterBack(grad, sourcesOf(tensor, selection.view), tensor.shape, tensor.numel),
  );
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
  const data = Float64Array.from(positions, (at) => tensor.memory.data[at]);
  const sources = placesIn(tensor, positions);
  return context.record({ data, shape, dtype: tensor.dtype }, 'IndexBackward0', [tensor], (grad) => [
    scatterBack(grad, sources, tensor.shape, tensor.numel),
  ]);
}

/** `tensor[index] = value`, in place. */
export function setItem(context: TorchContext, tensor: TorchTensor, index: Value, value: Operand): void {
  if (context.isGradEnabled && tensor.requiresGrad && tensor.node === null) {
    throw runtimeError(
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
  checkWritable(context, tensor);
  const selection = select(tensor, index);
  const isAdvanced = selection.advanced.length > 0;
  const { positions, shape } = isAdvanced
    ? advancedPositions(selection)
    : { positions: positionsOf(selection.view), shape: selection.view.shape };
  if (typeof value === 'number' && !Number.isFinite(value) && !isFloatingPoint(tensor.dtype)) {
    throw runtimeError('value cannot be converted to type int64_t without overflow');
  }
  const source =
    value instanceof TorchTensor
      ? value.dense()
      : { data: Float64Array.of(Number(value)), shape: [], dtype: dtypeOfNumber(value) };
  const { mismatch } = broadcastShapes(source.shape, shape);
  const lead =
    source.shape.length > shape.length &&
    source.shape.slice(0, source.shape.length - shape.length).every((size) => size === 1);
  const fitting = lead ? source.shape.slice(source.shape.length - shape.length) : source.shape;
  if (
    mismatch !== null ||
    fitting.length > shape.length ||
    broadcastShapes(fitting, shape).shape.some((size, dim) => size !== shape[dim])
  ) {
    if (isAdvanced) {
      throw runtimeError(
        `shape mismatch: value tensor of shape [${source.shape.join(', ')}] cannot be broadcast to indexing result of shape [${shape.join(', ')}]`,
      );
    }
    if (fitting.length > shape.length) throw runtimeError(tooFewSizes(source, shape));
    const pair = broadcastShapes(shape, source.shape).mismatch;
    if (pair) {
      throw runtimeError(
        `The expanded size of the tensor (${pair.a}) must match the existing size (${pair.b}) at non-singleton dimension ${pair.dim}.  Target sizes: [${shape.join(', ')}].  Tensor sizes: [${source.shape.join(', ')}]`,
      );
    }
    throw new NotEvaluated(l10n.t('this assignment to an index'));
  }
  const { data } = expandTo(castTensor(reshaped(source, fitting), tensor.dtype), shape);
  for (let i = 0; i < positions.length; i++) tensor.memory.data[positions[i]] = data[i];
  tensor.memory.version++;
}

/** Writing into what autograd follows is refused by PyTorch for leaves, and not followed here for others. */
export function checkWritable(context: TorchContext, tensor: TorchTensor): void {
  if (!context.isGradEnabled) return;
  const isLeaf = tensor.requiresGrad && tensor.node === null;
  const isOfLeaf = tensor.requiresGrad && tensor.base?.requiresGrad && tensor.base.node === null;
  if (isOfLeaf || (isLeaf && tensor.base !== null)) {
    throw runtimeError(
      'a view of a leaf Variable that requires grad is being used in an in-place operation.',
    );
  }
  if (isLeaf) {
    throw runtimeError('a leaf Variable that requires grad is being used in an in-place operation.');
  }
  if (tensor.requiresGrad) throw new NotEvaluated(l10n.t('writing into a tensor that has a grad_fn'));
}
