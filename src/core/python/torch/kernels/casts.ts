import { castTensor } from '../../../tensor/castTensor';
import type { DType } from '../../../tensor/dtype';
import { toPython } from '../../values/listOf';
import { NumpyError, runtimeError } from '../../values/pythonError';
import type { TorchContext } from '../tensor/torchContext';
import { contiguousView, Memory, TorchTensor } from '../tensor/torchTensor';

/** `tensor.item()`. */
export function itemOf(tensor: TorchTensor): boolean | bigint | number {
  if (tensor.numel !== 1) {
    if (tensor.library === 'numpy') {
      throw new NumpyError('ValueError', 'can only convert an array of size 1 to a Python scalar');
    }
    throw runtimeError(`a Tensor with ${tensor.numel} elements cannot be converted to Scalar`);
  }
  return toPython(tensor.item(), tensor.dtype);
}

/** The tensor in another dtype, with a place in the graph; itself when it is of that dtype already. */
export function cast(context: TorchContext, tensor: TorchTensor, dtype: DType, copy = false): TorchTensor {
  if (dtype === tensor.dtype && !copy) return tensor;
  const result = castTensor(tensor.dense(), dtype);
  if (tensor.library === 'numpy') return context.make(result, tensor);
  return context.record(result, 'ToCopyBackward0', [tensor], (grad) => [grad], false);
}

/** The same values outside of the graph; the memory is shared. */
export function detached(tensor: TorchTensor): TorchTensor {
  const other = tensor.viewed(tensor.view);
  other.isDetached = true;
  return other;
}

/** A copy that the graph goes through. */
export function cloned(context: TorchContext, tensor: TorchTensor): TorchTensor {
  const copy = copied(tensor);
  if (tensor.library === 'numpy') return copy;
  return context.record(copy.dense(), 'CloneBackward0', [tensor], (grad) => [grad], false);
}

/** A copy without a place in the graph. */
export function copied(tensor: TorchTensor): TorchTensor {
  const { data, shape, dtype } = tensor.dense();
  return new TorchTensor(new Memory(data.slice()), contiguousView(shape), dtype, tensor.library);
}
