import { castTensor } from '../../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../../tensor/dtype';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { arithmetic } from '../binary';
import { applyUnary } from '../elementwise/unary';
import { groupsOf, type ReduceOptions, spread, sums } from './reduce';

/** The sum of each group without its nan. */
export function nanSum(context: TorchContext, input: TorchTensor, options: ReduceOptions): TorchTensor {
  const dtype = options.dtype ?? (isFloatingPoint(input.dtype) ? input.dtype : 'int64');
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const { data: x } = castTensor(input.dense(), dtype);
  const data = sums(
    x.map((value) => value || 0),
    groups,
  );
  return context.record({ data, shape: groups.shape, dtype }, 'NansumBackward0', [input], (grad) => [
    mapTensor(spread(grad, groups, input), (g, i) => (Number.isNaN(x[i]) ? g * 0 : g)),
  ]);
}

/** The mean of each group without its nan. */
export function nanMean(context: TorchContext, input: TorchTensor, options: ReduceOptions): TorchTensor {
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const counts = sums(
    input.dense().data.map((value) => (Number.isNaN(value) ? 0 : 1)),
    groups,
  );
  const count = context.make({ data: counts, shape: groups.shape, dtype: 'int64' });
  return arithmetic(context, '/', nanSum(context, input, options), count);
}

/** The largest finite number of each dtype. */
const largest: Readonly<Partial<Record<DType, number>>> = {
  float64: Number.MAX_VALUE,
  float32: (2 - 2 ** -23) * 2 ** 127,
  float16: 65504,
  bfloat16: (2 - 2 ** -7) * 2 ** 127,
};

/** Finite numbers in place of nan and ±inf; null for the largest of the dtype. */
export function nanToNum(
  context: TorchContext,
  input: TorchTensor,
  { nan, above, below }: { nan: number; above: number | null; below: number | null },
): TorchTensor {
  const most = largest[input.dtype] ?? 0;
  return applyUnary(context, input, {
    f: (x) => {
      if (Number.isNaN(x)) return nan;
      if (Number.isFinite(x)) return x;
      return x > 0 ? (above ?? most) : (below ?? -most);
    },
    derivative: (x) => (Number.isFinite(x) ? 1 : 0),
    gradFn: 'NanToNumBackward0',
    keepsInts: true,
  });
}
