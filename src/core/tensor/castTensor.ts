import type { DType } from './dtype';
import { freshArray, type NewArray } from './newArray';
import { roundToDType } from './roundToDType';
import type { Tensor } from './tensor';

/**
 * `tensor.to(dtype)`: the same shape with the values that PyTorch would hold (see `roundToDType`). Casting to a
 * tensor's own dtype rounds numbers that were read with more digits than it can hold. The argument is not changed.
 */
export function castTensor(tensor: Tensor, dtype: DType, newArray: NewArray = freshArray): Tensor {
  return { data: castData(tensor.data, dtype, newArray(tensor.data.length)), shape: tensor.shape, dtype };
}

function castData(data: Float64Array, dtype: DType, out: Float64Array): Float64Array {
  if (dtype === 'float64') out.set(data);
  else if (dtype === 'float32') for (let i = 0; i < data.length; i++) out[i] = Math.fround(data[i]);
  else for (let i = 0; i < data.length; i++) out[i] = roundToDType(data[i], dtype);
  return out;
}
