import { numelOf } from '../../../../tensor/shape';
import { NamedTuple } from '../../../values/values';
import { refused } from '../../refused';
import { wrapDim } from '../../tensor/dims';
import { forEachLine, scatterBack, withSize } from '../../tensor/lines';
import { notImplemented } from '../../tensor/notImplemented';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

/** The middle of some numbers, the lower of two; nan when one of them is. */
function middleOf(numbers: Float64Array): number {
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return Number.NaN;
  return numbers.slice().sort()[(numbers.length - 1) >> 1];
}

function checkDType({ dtype }: TorchTensor, kernel: string): void {
  if (dtype === 'bool') throw notImplemented(kernel, dtype);
}

/** `torch.median(input)`: of all elements; those that are equal to it share the gradient. */
export function median(context: TorchContext, input: TorchTensor): TorchTensor {
  checkDType(input, 'median_cpu');
  const { data, dtype } = input.dense();
  if (data.length === 0) throw refused('median');
  const middle = middleOf(data);
  const isMiddle = (x: number) => x === middle || (Number.isNaN(x) && Number.isNaN(middle));
  return context.record(
    { data: Float64Array.of(middle), shape: [], dtype },
    'MedianBackward0',
    [input],
    (grad) => {
      const share = grad.data[0] / data.filter(isMiddle).length;
      return [{ ...mapTensor(input.dense(), (x) => (isMiddle(x) ? share : 0)), dtype: grad.dtype }];
    },
  );
}

/** `torch.median(input, dim)`: values and indices. Which of equals PyTorch points at is not known. */
export function medianAlong(
  context: TorchContext,
  input: TorchTensor,
  dim: number,
  keepdim: boolean,
): NamedTuple {
  checkDType(input, 'median_out');
  const along = wrapDim(dim, input.dimCount);
  const { data, dtype } = input.dense();
  const shape = input.dimCount === 0 ? [] : withSize(input.shape, along, keepdim ? 1 : null);
  const indices = new Float64Array(numelOf(shape));
  const sources = new Int32Array(indices.length);
  forEachLine(input.shape, along, (line, positions) => {
    const numbers = Float64Array.from(positions, (at) => data[at]);
    const middle = middleOf(numbers);
    const found = numbers.findIndex((x) => Object.is(x, middle) || x === middle);
    const isFirstOfAll = Number.isNaN(middle) || numbers.lastIndexOf(middle) === found;
    if (found < 0 || !isFirstOfAll) throw refused('median');
    indices[line] = found;
    sources[line] = positions[found];
  });
  const values = Float64Array.from(sources, (source) => data[source]);
  return new NamedTuple(
    'torch.return_types.median',
    ['values', 'indices'],
    [
      context.record({ data: values, shape, dtype }, 'MedianBackward1', [input], (grad) => [
        scatterBack(grad, sources, input.shape, data.length),
      ]),
      context.make({ data: indices, shape, dtype: 'int64' }),
    ],
  );
}
