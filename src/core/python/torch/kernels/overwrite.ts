import { castTensor } from '../../../tensor/castTensor';
import type { TorchContext } from '../tensor/torchContext';
import { positionsOf, type TorchTensor, writeAt } from '../tensor/torchTensor';
import { checkWritable } from './writable';

/** Gives a tensor other values, whatever it held before; `numbers` are as many as it has elements, in row-major order. */
export function overwrite(
  context: TorchContext,
  tensor: TorchTensor,
  numbers: (count: number) => Float64Array,
): TorchTensor {
  checkWritable(context, tensor);
  context.charge(tensor.numel);
  const { shape, dtype } = tensor;
  const { data } = castTensor({ data: numbers(tensor.numel), shape, dtype }, dtype);
  writeAt(tensor.memory, positionsOf(tensor.view), data);
  return tensor;
}
