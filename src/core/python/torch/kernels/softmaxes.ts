import { implicitSoftmaxDim, logSoftmax, softmax } from '../../../loss/logSoftmax';
import { castTensor } from '../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { wrapDim } from '../tensor/dims';
import { forEachLine } from '../tensor/lines';
import { notImplemented } from '../tensor/notImplemented';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** `softmax` or `log_softmax` along `dim`; without one PyTorch chooses by the number of dimensions. */
export function normalise(
  context: TorchContext,
  input: TorchTensor,
  name: 'softmax' | 'log_softmax',
  options: { dim: number | null; dtype: DType | null },
): TorchTensor {
  const dtype = options.dtype ?? input.dtype;
  const dim = wrapDim(options.dim ?? implicitSoftmaxDim(input.dimCount), input.dimCount);
  if (!isFloatingPoint(dtype)) {
    const isLast = dim >= input.dimCount - 1;
    throw notImplemented(`${name}_${isLast ? 'lastdim_' : ''}kernel_impl`, dtype);
  }
  const x = castTensor(input.dense(), dtype);
  const result = castTensor(name === 'softmax' ? softmax(x, dim) : logSoftmax(x, dim), dtype);
  const gradFn = name === 'softmax' ? 'SoftmaxBackward0' : 'LogSoftmaxBackward0';
  return context.record(result, gradFn, [input], (grad) => {
    const data = new Float64Array(result.data.length);
    forEachLine(input.shape, dim, (_, positions) => {
      let total = 0;
      for (const i of positions) total += grad.data[i] * (name === 'softmax' ? result.data[i] : 1);
      for (const i of positions) {
        const y = result.data[i];
        data[i] = name === 'softmax' ? (grad.data[i] - total) * y : grad.data[i] - Math.exp(y) * total;
      }
    });
    return [{ data, shape: input.shape, dtype: grad.dtype }];
  });
}
