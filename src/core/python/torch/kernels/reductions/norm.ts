import { castTensor } from '../../../../tensor/castTensor';
import { floatTypeOf } from '../../tensor/promote';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { groupsOf, type ReduceOptions, spread, sums } from './reduce';

/** How a p-norm takes the sizes of the elements together. */
interface Norm {
  readonly start: number;
  readonly add: (total: number, size: number) => number;
  readonly finish: (total: number) => number;
  /** Derivative by an element, of which `equals` are as large as the norm; null where PyTorch passes none on. */
  readonly slope: ((x: number, length: number, equals: number) => number) | null;
}

function normOf(p: number): Norm {
  if (p === 0) return { start: 0, add: (n, x) => n + (x === 0 ? 0 : 1), finish: (n) => n, slope: null };
  if (Math.abs(p) === Infinity) {
    const pick = p > 0 ? Math.max : Math.min;
    return {
      start: p > 0 ? 0 : Infinity,
      add: (most, x) => pick(most, x),
      finish: (most) => most,
      slope: (x, length, equals) => Math.sign(x) * (Math.abs(x) === length ? 1 / equals : 0),
    };
  }
  return {
    start: 0,
    add: (sum, x) => sum + x ** p,
    finish: (sum) => sum ** (1 / p),
    slope: (x, length) => {
      if (length === 0 || x === 0) return 0;
      return Math.sign(x) * (Math.abs(x) / length) ** (p - 1);
    },
  };
}

/** The p-norm of each group. Source: torch/csrc/autograd/FunctionsManual.cpp, linalg_vector_norm_backward. */
export function norm(
  context: TorchContext,
  input: TorchTensor,
  options: ReduceOptions,
  p: number,
): TorchTensor {
  const { start, add, finish, slope } = normOf(p);
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const { data: x } = input.dense();
  const totals = new Float64Array(groups.count).fill(start);
  for (let i = 0; i < x.length; i++) totals[groups.of[i]] = add(totals[groups.of[i]], Math.abs(x[i]));
  const dtype = floatTypeOf(input);
  const lengths = castTensor({ data: totals.map(finish), shape: groups.shape, dtype }, dtype);
  const { data } = lengths;
  return context.record(lengths, 'LinalgVectorNormBackward0', [input], (grad) => {
    if (slope === null) return [null];
    const isEqual = x.map((value, i) => (Math.abs(value) === data[groups.of[i]] ? 1 : 0));
    const equals = sums(isEqual, groups);
    return [
      mapTensor(
        spread(grad, groups, input),
        (g, i) => g * slope(x[i], data[groups.of[i]], equals[groups.of[i]]),
      ),
    ];
  });
}
