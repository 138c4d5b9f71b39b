import { isFloatingPoint } from '../../../tensor/dtype';
import { runtimeError } from '../../values/pythonError';
import { PyTuple, type Value } from '../../values/values';
import { groupsOf, sums } from '../kernels/reductions/reduce';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** How often each whole number occurs, or the sum of its weights. */
function bincount(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const weights = args.has('weights') ? args.tensor('weights') : null;
  const { data } = input.dense();
  const least = args.intOr('minlength', 0);
  const isPlain = input.dimCount === 1 && !isFloatingPoint(input.dtype) && input.dtype !== 'bool';
  if (!isPlain || data.some((x) => x < 0)) {
    if (input.library === 'numpy' || isFloatingPoint(input.dtype) || input.dtype === 'bool')
      throw refused('bincount');
    throw runtimeError('bincount only supports 1-d non-negative integral inputs.');
  }
  if (weights && weights.numel !== input.numel) throw refused('bincount');
  const count = Math.max(
    least,
    data.reduce((most, x) => Math.max(most, x + 1), 0),
  );
  context.charge(count);
  const counts = new Float64Array(count);
  const added = weights?.dense().data;
  for (const [i, x] of data.entries()) counts[x] += added ? added[i] : 1;
  const dtype =
    weights === null
      ? 'int64'
      : weights.dtype === 'float32' && input.library === 'torch'
        ? 'float32'
        : 'float64';
  return context.make({ data: counts, shape: [count], dtype }, input);
}

/** The values without repetition in order; where they stand in them, and how often each occurs. */
function unique(context: TorchContext, args: Bound): Value {
  const input = args.tensor('input');
  const { data, dtype } = input.dense();
  if (args.has('dim') || args.get('sorted') === false || args.get('return_index') === true)
    throw refused('unique');
  if (input.requiresGrad || data.some(Number.isNaN)) throw refused('unique');
  const values = [...new Set(data)].sort((a, b) => a - b);
  const at = new Map(values.map((value, i) => [value, i]));
  const counts = new Float64Array(values.length);
  const inverse = data.map((x) => at.get(x) ?? 0);
  for (const i of inverse) counts[i]++;
  const made = (numbers: Float64Array, shape: readonly number[], type = dtype) =>
    context.make({ data: numbers, shape, dtype: type }, input);
  const parts: TorchTensor[] = [made(Float64Array.from(values), [values.length])];
  if (args.bool('return_inverse', false)) parts.push(made(inverse, input.shape, 'int64'));
  if (args.bool('return_counts', false)) parts.push(made(counts, [values.length], 'int64'));
  return parts.length === 1 ? parts[0] : new PyTuple(parts);
}

/** How many numbers fall into each of so many equal parts of a range. */
function histogram(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const { data, dtype } = input.dense();
  const bins = args.intOr('bins', 100);
  if (!isFloatingPoint(dtype) || bins < 1 || data.some((x) => !Number.isFinite(x))) throw refused('histc');
  let [low, high] = [args.numberOr('min', 0), args.numberOr('max', 0)];
  if (low === high) [low, high] = data.length > 0 ? [Math.min(...data), Math.max(...data)] : [0, 0];
  if (low === high) [low, high] = [low - 1, high + 1];
  if (low > high) throw runtimeError('torch.histc: max must be larger than min');
  const counts = new Float64Array(bins);
  for (const x of data) {
    if (x >= low && x <= high) counts[Math.min(bins - 1, Math.trunc(((x - low) / (high - low)) * bins))]++;
  }
  return context.make({ data: counts, shape: [bins], dtype }, input);
}

function countNonzero(context: TorchContext, args: Bound): Value {
  const input = args.tensor('input');
  const groups = groupsOf(input.shape, args.intsOr('dim', null), false);
  const counts = sums(
    input.dense().data.map((x) => (x === 0 ? 0 : 1)),
    groups,
  );
  return context.make({ data: counts, shape: groups.shape, dtype: 'int64' }, input);
}

/** Where each value would stand among `boundaries`, which are in order. */
function searched(name: string, sorted: string, values: string): Operation['run'] {
  return (context, args) => {
    const boundaries = args.tensor(sorted);
    const isSet = ['out_int32', 'side', 'sorter'].some((option) => args.get(option));
    if (boundaries.dimCount !== 1 || isSet) throw refused(name);
    const input = args.tensor(values);
    const isRight = args.bool('right', false);
    const limits = boundaries.dense().data;
    const { data, shape } = input.dense();
    const at = data.map((x) => limits.filter((limit) => (isRight ? limit <= x : limit < x)).length);
    return context.make({ data: at, shape, dtype: 'int64' }, input);
  };
}

/** Functions that count and look up values. */
export const countOperations: readonly Operation[] = [
  operation('bincount', 'torch method numpy', 'input, weights=, minlength=', 'unknown', bincount),
  operation(
    'unique',
    'torch method',
    'input, sorted=, return_inverse=, return_counts=, dim=',
    'unknown',
    unique,
    'python',
  ),
  operation('unique', 'numpy', 'input, return_index=, return_inverse=, return_counts=', 'unknown', unique),
  operation('histc', 'torch method', 'input, bins=, min=, max=', 'unknown', histogram),
  operation('count_nonzero', 'torch method', 'input, dim=', 'unknown', countNonzero),
  operation(
    'bucketize',
    'torch',
    'input, boundaries, *, out_int32=, right=',
    'unknown',
    searched('bucketize', 'boundaries', 'input'),
  ),
  operation(
    'searchsorted',
    'torch',
    'sorted_sequence, input, *, out_int32=, right=, side=, sorter=',
    'unknown',
    searched('searchsorted', 'sorted_sequence', 'input'),
  ),
];
