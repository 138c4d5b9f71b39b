import { extremeIndices } from '../../tensor/extreme';
import { rowLayoutOf } from '../../tensor/rowLayout';
import { classDimOf } from '../../tensor/shape';
import { createTensor, type Tensor } from '../../tensor/tensor';

/**
 * The stand-in for a missing target: `torch.argmax` along the class dimension. Shape of the input without that
 * dimension, int64.
 */
export function argmaxTarget({ data, shape }: Tensor): Tensor {
  const dim = classDimOf(shape);
  return createTensor(
    extremeIndices('max', data, rowLayoutOf(shape, dim)),
    shape.filter((_, i) => i !== dim),
    'int64',
  );
}
