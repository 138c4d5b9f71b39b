import { broadcastOffsets } from '../../../tensor/broadcast';
import type { DType } from '../../../tensor/dtype';
import { isSameShape, numelOf } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';

/** `f` of each element, with its position. */
export function mapTensor(tensor: Tensor, f: (x: number, i: number) => number): Tensor {
  const data = new Float64Array(tensor.data.length);
  for (let i = 0; i < data.length; i++) data[i] = f(tensor.data[i], i);
  return { ...tensor, data };
}

/** The tensor repeated to `shape`, which it broadcasts to. */
export function expandTo(tensor: Tensor, shape: readonly number[]): Tensor {
  if (isSameShape(tensor.shape, shape)) return tensor;
  const offsets = broadcastOffsets(tensor.shape, shape);
  const data = new Float64Array(offsets.length);
  for (let i = 0; i < data.length; i++) data[i] = tensor.data[offsets[i]];
  return { ...tensor, data, shape };
}

/** The sum over what broadcasting repeated: back to `shape`. */
export function sumTo(tensor: Tensor, shape: readonly number[]): Tensor {
  if (isSameShape(tensor.shape, shape)) return tensor;
  const offsets = broadcastOffsets(shape, tensor.shape);
  const data = new Float64Array(numelOf(shape));
  for (let i = 0; i < offsets.length; i++) data[offsets[i]] += tensor.data[i];
  return { ...tensor, data, shape };
}

export function reshaped(tensor: Tensor, shape: readonly number[]): Tensor {
  return { ...tensor, shape };
}

export function filled(shape: readonly number[], value: number, dtype: DType): Tensor {
  return { data: new Float64Array(numelOf(shape)).fill(value), shape, dtype };
}
