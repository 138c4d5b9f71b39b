import * as l10n from '../../../l10n';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { contiguousStrides, isSameShape, numelOf } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { wrapDim, wrapDims } from '../tensor/dims';
import { expandTo, reshaped, sumTo } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { positionsOf, type TorchTensor, type View } from '../tensor/torchTensor';

/** The shape with its -1 filled in; PyTorch's error when the numbers do not multiply to `numel`. */
function inferShape(
  sizes: readonly number[],
  numel: number,
  library: 'torch' | 'numpy' = 'torch',
): readonly number[] {
  const open = sizes.indexOf(-1);
  const known = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  const written = `[${sizes.join(', ')}]`;
  if (sizes.filter((size) => size === -1).length > 1)
    throw runtimeError('only one dimension can be inferred');
  const negative = sizes.find((size) => size < -1);
  if (negative !== undefined) {
    throw runtimeError(
      `invalid shape dimension ${negative} at index ${sizes.indexOf(negative)} of shape ${written}`,
    );
  }
  const fits = open < 0 ? known === numel : known > 0 && numel % known === 0;
  if (!fits && open >= 0 && known === 0 && numel === 0) {
    throw runtimeError(
      `cannot reshape tensor of 0 elements into shape ${written} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  if (!fits && library === 'numpy') throw new NotEvaluated(`reshape(${sizes.join(', ')})`);
  if (!fits) throw runtimeError(`shape '${written}' is invalid for input of size ${numel}`);
  return open < 0 ? sizes : sizes.map((size) => (size === -1 ? numel / known : size));
}

/** Strides of the same memory in another shape, or null when there are none. Source: aten TensorUtils `computeStride`. */
function stridesFor({ shape: from, strides }: View, to: readonly number[]): readonly number[] | null {
  if (numelOf(from) === 0) return isSameShape(from, to) ? strides : contiguousStrides(to);
  const out = new Array<number>(to.length).fill(1);
  let viewDim = to.length - 1;
  let chunkStride = strides[strides.length - 1] ?? 1;
  let chunk = 1;
  let viewChunk = 1;
  for (let dim = from.length - 1; dim >= 0; dim--) {
    chunk *= from[dim];
    const isChunkEnd = dim === 0 || (from[dim - 1] !== 1 && strides[dim - 1] !== chunk * chunkStride);
    if (!isChunkEnd) continue;
    while (viewDim >= 0 && (viewChunk < chunk || to[viewDim] === 1)) {
      out[viewDim] = viewChunk * chunkStride;
      viewChunk *= to[viewDim];
      viewDim--;
    }
    if (viewChunk !== chunk) return null;
    if (dim > 0) {
      chunkStride = strides[dim - 1];
      chunk = 1;
      viewChunk = 1;
    }
  }
  return viewDim < 0 || to.slice(0, viewDim + 1).every((size) => size === 1) ? out : null;
}

export function view(context: TorchContext, input: TorchTensor, sizes: readonly number[]): TorchTensor {
  const shape = inferShape(sizes, input.numel);
  const strides = stridesFor(input.view, shape);
  if (strides === null) {
    throw runtimeError(
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
    );
  }
  return asShape(context, input, shape, strides, 'ViewBackward0');
}

function asShape(
  context: TorchContext,
  input: TorchTensor,
  shape: readonly number[],
  strides: readonly number[],
  gradFn: string,
): TorchTensor {
  return context.recordView(input, { shape, strides, offset: input.view.offset }, gradFn, (grad) =>
    reshaped(grad, input.shape),
  );
}

/** A view where the memory allows it, else a copy. */
export function reshape(context: TorchContext, input: TorchTensor, sizes: readonly number[]): TorchTensor {
  const shape = inferShape(sizes, input.numel, input.library);
  const strides = stridesFor(input.view, shape);
  if (strides !== null) return asShape(context, input, shape, strides, 'ViewBackward0');
  const { data, dtype } = input.dense();
  return context.record(
    { data, shape, dtype },
    'UnsafeViewBackward0',
    [input],
    (grad) => [reshaped(grad, input.shape)],
    false,
  );
}

/** `tensor.permute(dims)` and what is made of it. */
export function permute(
  context: TorchContext,
  input: TorchTensor,
  dims: readonly number[],
  gradFn = 'PermuteBackward0',
): TorchTensor {
  const { dimCount } = input;
  if (dims.length !== dimCount) {
    throw runtimeError(
      `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${dimCount} is not equal to len(dims) = ${dims.length}`,
    );
  }
  const order = dims.map((dim) => wrapDim(dim, dimCount));
  if (new Set(order).size !== order.length) throw runtimeError('permute(): duplicate dims are not allowed.');
  const { shape, strides, offset } = input.view;
  const target = { shape: order.map((dim) => shape[dim]), strides: order.map((dim) => strides[dim]), offset };
  return context.recordView(input, target, gradFn, (grad) => permuted(grad, inverseOf(order)));
}

function inverseOf(order: readonly number[]): readonly number[] {
  return order.map((_, dim) => order.indexOf(dim));
}

/** The values in the order of the permuted dimensions. */
function permuted(tensor: Tensor, order: readonly number[]): Tensor {
  const strides = contiguousStrides(tensor.shape);
  const shape = order.map((dim) => tensor.shape[dim]);
  const positions = positionsOf({ shape, strides: order.map((dim) => strides[dim]), offset: 0 });
  return { data: Float64Array.from(positions, (at) => tensor.data[at]), shape, dtype: tensor.dtype };
}

export function transpose(
  context: TorchContext,
  input: TorchTensor,
  a: number,
  b: number,
  gradFn = 'TransposeBackward0',
): TorchTensor {
  const first = wrapDim(a, input.dimCount);
  const second = wrapDim(b, input.dimCount);
  const order = input.shape.map((_, dim) => (dim === first ? second : dim === second ? first : dim));
  return permute(context, input, order, gradFn);
}

export function unsqueeze(context: TorchContext, input: TorchTensor, dim: number): TorchTensor {
  const at = wrapDim(dim, input.dimCount + 1);
  const { shape, strides, offset } = input.view;
  const stride = at < shape.length ? shape[at] * strides[at] : 1;
  const target = {
    shape: [...shape.slice(0, at), 1, ...shape.slice(at)],
    strides: [...strides.slice(0, at), stride, ...strides.slice(at)],
    offset,
  };
  return context.recordView(input, target, 'UnsqueezeBackward0', (grad) => reshaped(grad, input.shape));
}

/** `length` positions of a dimension, from `start` on. */
export function narrow(
  context: TorchContext,
  input: TorchTensor,
  dim: number,
  start: number,
  length: number,
): TorchTensor {
  const { shape, strides, offset } = input.view;
  const target = {
    shape: shape.map((size, at) => (at === dim ? length : size)),
    strides,
    offset: offset + start * (strides[dim] ?? 0),
  };
  return context.recordView(input, target, 'SliceBackward0', (grad) => {
    const data = new Float64Array(input.numel);
    const positions = positionsOf({ ...target, strides: contiguousStrides(shape), offset: 0 });
    const shift = start * contiguousStrides(shape)[dim];
    positions.forEach((at, i) => {
      data[at + shift] = grad.data[i];
    });
    return { data, shape, dtype: grad.dtype };
  });
}

/** The main diagonal of a matrix. */
export function diagonal(context: TorchContext, input: TorchTensor): TorchTensor {
  const { shape, strides, offset } = input.view;
  const target = { shape: [Math.min(...shape)], strides: [strides[0] + strides[1]], offset };
  return context.recordView(input, target, 'DiagonalBackward0', (grad) => {
    const data = new Float64Array(input.numel);
    for (const [i, value] of grad.data.entries()) data[i * (shape[1] + 1)] = value;
    return { data, shape, dtype: grad.dtype };
  });
}

/** Drops the dimensions of size 1 among `dims`, or all of them when null. */
export function squeeze(
  context: TorchContext,
  input: TorchTensor,
  dims: readonly number[] | null,
  gradFn: string,
): TorchTensor {
  const candidates = wrapDims(dims, input.dimCount);
  const { shape, strides, offset } = input.view;
  const isKept = (_: number, dim: number) => shape[dim] !== 1 || !candidates.includes(dim);
  const target = { shape: shape.filter(isKept), strides: strides.filter(isKept), offset };
  return context.recordView(input, target, gradFn, (grad) => reshaped(grad, input.shape));
}

/** PyTorch's words for an expand to fewer dimensions. */
export function tooFewSizes({ shape, dtype }: Tensor, sizes: readonly number[]): string {
  const type = `torch.${scalarTypeName(dtype)}Tensor`;
  return `expand(${type}{[${shape.join(', ')}]}, size=[${sizes.join(', ')}]): the number of sizes provided (${sizes.length}) must be greater or equal to the number of dimensions in the tensor (${shape.length})`;
}

export function expand(context: TorchContext, input: TorchTensor, sizes: readonly number[]): TorchTensor {
  const { shape, strides, offset } = input.view;
  const extra = sizes.length - shape.length;
  if (extra < 0) {
    throw runtimeError(tooFewSizes(input.dense(), sizes));
  }
  const target = sizes.map((size, dim) => {
    const old = shape[dim - extra] ?? 1;
    if (size === -1 && dim < extra) {
      throw runtimeError(
        `The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${dim}`,
      );
    }
    if (size < -1) throw new NotEvaluated(l10n.t('expand(…) to a negative size'));
    if (size !== -1 && old !== 1 && old !== size) {
      throw runtimeError(
        `The expanded size of the tensor (${size}) must match the existing size (${old}) at non-singleton dimension ${dim}.  Target sizes: [${sizes.join(', ')}].  Tensor sizes: [${shape.join(', ')}]`,
      );
    }
    return size === -1 ? old : size;
  });
  context.charge(numelOf(target));
  const steps = target.map((size, dim) =>
    dim < extra || (shape[dim - extra] === 1 && size !== 1) ? 0 : strides[dim - extra],
  );
  return context.recordView(input, { shape: target, strides: steps, offset }, 'ExpandBackward0', (grad) =>
    sumTo(grad, input.shape),
  );
}

/** The tensor `times` over along each dimension. */
export function repeat(context: TorchContext, input: TorchTensor, times: readonly number[]): TorchTensor {
  if (times.length < input.dimCount) {
    throw runtimeError(
      'Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor',
    );
  }
  const shape = [...new Array<number>(times.length - input.dimCount).fill(1), ...input.shape];
  // (a, b) repeated (m, n) times is (1, a, 1, b) expanded to (m, a, n, b).
  const spread = shape.flatMap((size) => [1, size]);
  const wide = shape.flatMap((size, dim) => [times[dim], size]);
  context.charge(numelOf(wide));
  const { data, dtype } = expandTo({ ...input.dense(), shape: spread }, wide);
  const result = { data, shape: shape.map((size, dim) => size * times[dim]), dtype };
  return context.record(
    result,
    'RepeatBackward0',
    [input],
    (grad) => [reshaped(sumTo({ ...grad, shape: wide }, spread), input.shape)],
    false,
  );
}

/** `flatten(start, end)`: one dimension in place of several. */
export function flatten(context: TorchContext, input: TorchTensor, start: number, end: number): TorchTensor {
  if (input.dimCount === 0) return reshape(context, input, [1]);
  const first = wrapDim(start, input.dimCount);
  const last = wrapDim(end, input.dimCount);
  if (first > last) throw runtimeError('flatten() has invalid args: start_dim cannot come after end_dim');
  if (first === last) return input;
  const { shape } = input;
  const size = numelOf(shape.slice(first, last + 1));
  return reshape(context, input, [...shape.slice(0, first), size, ...shape.slice(last + 1)]);
}
