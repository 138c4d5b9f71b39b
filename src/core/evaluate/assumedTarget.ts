import { rowsAlong } from '../tensor/rows';
import { classDimOf } from '../tensor/shape';
import { createTensor, type Tensor } from '../tensor/tensor';

/**
 * The stand-in for a missing target: the index of the largest value in each row along the class dimension (the
 * first one of equals, as `torch.argmax` on CPU). Shape of the input without that dimension, int64.
 */
export function argmaxTarget(input: Tensor): Tensor {
  const dim = classDimOf(input.shape);
  const rows = rowsAlong(input.shape, dim);
  const target = new Float64Array(rows.numRows);
  for (let row = 0; row < rows.numRows; row++) {
    const offset = rows.offsetOf(row);
    for (let i = 1; i < rows.rowLength; i++) {
      if (input.data[offset + i * rows.stride] > input.data[offset + target[row] * rows.stride])
        target[row] = i;
    }
  }
  return createTensor(
    target,
    input.shape.filter((_, i) => i !== dim),
    'int64',
  );
}
