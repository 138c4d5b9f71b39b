import { isFloatingPoint } from './dtype';
import { freshArray, type NewArray } from './newArray';
import { roundToDType } from './roundToDType';
import type { Tensor } from './tensor';

/**
 * `tensor / temperature`, each element rounded to the dtype as PyTorch's division gives it; whole numbers become
 * float32. The tensor itself for a temperature of 1.
 */
export function divideBy(tensor: Tensor, temperature: number, newArray: NewArray = freshArray): Tensor {
  if (temperature === 1) return tensor;
  const dtype = isFloatingPoint(tensor.dtype) ? tensor.dtype : 'float32';
  const data = newArray(tensor.data.length);
  for (let i = 0; i < data.length; i++) data[i] = roundToDType(tensor.data[i] / temperature, dtype);
  return { data, shape: tensor.shape, dtype };
}
