import { broadcastOffsets } from '../../../../tensor/broadcast';
import { castTensor } from '../../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../../tensor/dtype';
import { numelOf } from '../../../../tensor/shape';
import type { Tensor } from '../../../../tensor/tensor';
import { wrapDims } from '../../tensor/dims';
import { floatTypeOf } from '../../tensor/promote';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

/** Which result each element goes into. */
export interface Groups {
  /** Position of the result, for each element in row-major order. */
  readonly of: Int32Array;
  /** Shape of the results, without or with the reduced dimensions. */
  readonly shape: readonly number[];
  readonly count: number;
  /** Elements of each result. */
  readonly size: number;
}

export function groupsOf(shape: readonly number[], dims: readonly number[] | null, keepdim: boolean): Groups {
  const reduced = wrapDims(dims, shape.length);
  const kept = shape.map((size, dim) => (reduced.includes(dim) ? 1 : size));
  const count = numelOf(kept);
  return {
    of: broadcastOffsets(kept, shape),
    shape: keepdim ? kept : shape.filter((_, dim) => !reduced.includes(dim)),
    count,
    size: reduced.reduce((product, dim) => product * (shape[dim] ?? 1), 1),
  };
}

/** Sum of each group, in float64. */
export function sums(data: Float64Array, groups: Groups): Float64Array {
  const out = new Float64Array(groups.count);
  for (let i = 0; i < data.length; i++) out[groups.of[i]] += data[i];
  return out;
}

export interface ReduceOptions {
  /** Null for all. */
  readonly dims: readonly number[] | null;
  readonly keepdim: boolean;
  readonly dtype: DType | null;
}

export function sum(context: TorchContext, input: TorchTensor, options: ReduceOptions): TorchTensor {
  const dtype = options.dtype ?? (isFloatingPoint(input.dtype) ? input.dtype : 'int64');
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const x = castTensor(input.dense(), dtype);
  const result: Tensor = { data: sums(x.data, groups), shape: groups.shape, dtype };
  const gradFn = options.dims === null ? 'SumBackward0' : 'SumBackward1';
  return context.record(result, gradFn, [input], (grad) => [spread(grad, groups, input)], false);
}

export function mean(context: TorchContext, input: TorchTensor, options: ReduceOptions): TorchTensor {
  const dtype = options.dtype ?? floatTypeOf(input);
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const x = castTensor(input.dense(), dtype);
  const data = sums(x.data, groups).map((total) => total / groups.size);
  const gradFn = options.dims === null ? 'MeanBackward0' : 'MeanBackward1';
  return context.record(
    { data, shape: groups.shape, dtype },
    gradFn,
    [input],
    (grad) => [mapTensor(spread(grad, groups, input), (g) => g / groups.size)],
    false,
  );
}

/** The gradient of each result, given to each element of its group. */
export function spread(grad: Tensor, groups: Groups, input: TorchTensor): Tensor {
  const data = new Float64Array(groups.of.length);
  for (let i = 0; i < data.length; i++) data[i] = grad.data[groups.of[i]];
  return { data, shape: input.shape, dtype: grad.dtype };
}

/** Variance of each group with `correction` less in the divisor. */
export function variance(
  context: TorchContext,
  input: TorchTensor,
  options: ReduceOptions,
  { correction, isRoot }: { correction: number; isRoot: boolean },
): TorchTensor {
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const { data } = input.dense();
  const means = sums(data, groups).map((total) => total / groups.size);
  const centred = data.map((x, i) => x - means[groups.of[i]]);
  const divisor = Math.max(0, groups.size - correction);
  const variances = sums(
    centred.map((x) => x * x),
    groups,
  ).map((total) => total / divisor);
  const result = isRoot ? variances.map(Math.sqrt) : variances;
  return context.record(
    { data: result, shape: groups.shape, dtype: floatTypeOf(input) },
    isRoot ? 'StdBackward0' : 'VarBackward0',
    [input],
    (grad) => [
      mapTensor(spread(grad, groups, input), (g, i) => {
        const slope = (2 * centred[i]) / divisor;
        return g * (isRoot ? slope / (2 * result[groups.of[i]]) : slope);
      }),
    ],
  );
}

/** log Σ exp of each group. */
export function logSumExp(context: TorchContext, input: TorchTensor, options: ReduceOptions): TorchTensor {
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const dtype = floatTypeOf(input);
  const x = castTensor(input.dense(), dtype).data;
  const max = new Float64Array(groups.count).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < x.length; i++) max[groups.of[i]] = Math.max(max[groups.of[i]], x[i]);
  const shift = max.map((value) => (Number.isFinite(value) ? value : 0));
  const totals = sums(
    x.map((value, i) => Math.exp(value - shift[groups.of[i]])),
    groups,
  );
  const data = totals.map((total, i) => Math.log(total) + shift[i]);
  return context.record({ data, shape: groups.shape, dtype }, 'LogsumexpBackward0', [input], (grad) => [
    mapTensor(spread(grad, groups, input), (g, i) => g * Math.exp(x[i] - data[groups.of[i]])),
  ]);
}

/** Product of each group. */
export function product(context: TorchContext, input: TorchTensor, options: ReduceOptions): TorchTensor {
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const dtype = options.dtype ?? (isFloatingPoint(input.dtype) ? input.dtype : 'int64');
  const x = castTensor(input.dense(), dtype).data;
  const data = new Float64Array(groups.count).fill(1);
  for (let i = 0; i < x.length; i++) data[groups.of[i]] *= x[i];
  const gradFn = options.dims === null ? 'ProdBackward0' : 'ProdBackward1';
  return context.record({ data, shape: groups.shape, dtype }, gradFn, [input], (grad) => [
    mapTensor(spread(grad, groups, input), (g, i) => g * productWithout(x, groups, i)),
  ]);
}

function productWithout(x: Float64Array, groups: Groups, left: number): number {
  let rest = 1;
  for (let i = 0; i < x.length; i++) if (i !== left && groups.of[i] === groups.of[left]) rest *= x[i];
  return rest;
}
