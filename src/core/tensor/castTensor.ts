import type { DType } from './dtype';
import { roundToDType } from './roundToDType';
import type { Tensor } from './tensor';

/**
 * `tensor.to(dtype)`: the same shape with the values that PyTorch would hold (see `roundToDType`). Casting to a
 * tensor's own dtype rounds numbers that were read with more digits than it can hold. The argument is not changed.
 */
export function castTensor(tensor: Tensor, dtype: DType): Tensor {
  return { data: castData(tensor.data, dtype), shape: tensor.shape, dtype };
}

function castData(data: Float64Array, dtype: DType): Float64Array {
  if (dtype === 'float64') return data.slice();
  const rounded = new Float64Array(data.length);
  if (dtype === 'float32') for (let i = 0; i < data.length; i++) rounded[i] = Math.fround(data[i]);
  else for (let i = 0; i < data.length; i++) rounded[i] = roundToDType(data[i], dtype);
  return rounded;
}
