import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import { classDimOf } from '../../tensor/shape';
import { createTensor, type Tensor } from '../../tensor/tensor';

/**
 * The stand-in for a missing target: the index of the largest value in each row along the class dimension (the
 * first one of equals, as `torch.argmax` on CPU). Shape of the input without that dimension, int64.
 */
export function argmaxTarget(input: Tensor): Tensor {
  const dim = classDimOf(input.shape);
  const layout = rowLayoutOf(input.shape, dim);
  const target = new Float64Array(layout.rowCount);
  for (let row = 0; row < layout.rowCount; row++) {
    const offset = rowOffset(layout, row);
    for (let i = 1; i < layout.numClasses; i++) {
      const best = input.data[offset + target[row] * layout.stride];
      if (input.data[offset + i * layout.stride] > best) target[row] = i;
    }
  }
  return createTensor(
    target,
    input.shape.filter((_, i) => i !== dim),
    'int64',
  );
}
