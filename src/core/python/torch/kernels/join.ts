import { castTensor } from '../../../tensor/castTensor';
import { rowLayoutOf } from '../../../tensor/rowLayout';
import { isSameShape } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { runtimeError, valueError } from '../../values/pythonError';
import { wrapDim } from '../tensor/dims';
import { promoteTypes } from '../tensor/promote';
import { reshaped } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** `torch.cat`. */
export function cat(context: TorchContext, tensors: readonly TorchTensor[], dim: number): TorchTensor {
  if (tensors.length === 0) throw valueError('torch.cat(): expected a non-empty list of Tensors');
  const parts = tensors.filter((one) => !isSameShape(one.shape, [0]));
  const first = parts[0] ?? tensors[0];
  if (tensors.some((one) => one.dimCount === 0)) {
    const at = tensors.findIndex((one) => one.dimCount === 0);
    throw runtimeError(`zero-dimensional tensor (at position ${at}) cannot be concatenated`);
  }
  const along = wrapDim(dim, first.dimCount);
  for (const [i, part] of parts.entries()) checkFits(first, part, along, i);
  const dtype = tensors.map((one) => one.dtype).reduce(promoteTypes);
  const total = parts.reduce((sum, part) => sum + part.shape[along], 0);
  const shape = first.shape.map((size, i) => (i === along ? total : size));
  const result = concatenated(
    parts.map((part) => castTensor(part.dense(), dtype)),
    along,
    shape,
  );
  return context.record(
    { ...result, dtype },
    'CatBackward0',
    parts,
    (grad) =>
      pieces(
        grad,
        along,
        parts.map((part) => part.shape),
      ),
    false,
  );
}

function checkFits(first: TorchTensor, part: TorchTensor, along: number, i: number): void {
  if (part.dimCount !== first.dimCount) {
    throw runtimeError(
      `Tensors must have same number of dimensions: got ${first.dimCount} and ${part.dimCount}`,
    );
  }
  const dim = part.shape.findIndex((size, at) => at !== along && size !== first.shape[at]);
  if (dim < 0) return;
  throw runtimeError(
    `Sizes of tensors must match except in dimension ${along}. Expected size ${first.shape[dim]} but got size ${part.shape[dim]} for tensor number ${i} in the list.`,
  );
}

function concatenated(parts: readonly Tensor[], dim: number, shape: readonly number[]): Tensor {
  const { stride, rowCount } = rowLayoutOf(shape, dim);
  const outer = stride === 0 ? 0 : rowCount / stride;
  const data = new Float64Array(shape.reduce((product, size) => product * size, 1));
  let at = 0;
  for (let o = 0; o < outer; o++) {
    for (const part of parts) {
      const length = part.shape[dim] * stride;
      data.set(part.data.subarray(o * length, (o + 1) * length), at);
      at += length;
    }
  }
  return { data, shape, dtype: parts[0]?.dtype ?? 'float32' };
}

/** The parts of a tensor along a dimension, by their shapes. */
export function pieces(tensor: Tensor, dim: number, shapes: readonly (readonly number[])[]): Tensor[] {
  const { stride, rowCount, numClasses } = rowLayoutOf(tensor.shape, dim);
  const outer = stride === 0 ? 0 : rowCount / stride;
  let start = 0;
  return shapes.map((shape) => {
    const length = shape[dim] * stride;
    const data = new Float64Array(outer * length);
    for (let o = 0; o < outer; o++) {
      const from = o * numClasses * stride + start;
      data.set(tensor.data.subarray(from, from + length), o * length);
    }
    start += length;
    return { data, shape, dtype: tensor.dtype };
  });
}

/** `torch.stack`. */
export function stack(context: TorchContext, tensors: readonly TorchTensor[], dim: number): TorchTensor {
  if (tensors.length === 0) throw runtimeError('stack expects a non-empty TensorList');
  const [first] = tensors;
  const odd = tensors.findIndex((one) => !isSameShape(one.shape, first.shape));
  const along = wrapDim(dim, first.dimCount + 1);
  if (odd > 0) {
    const write = (one: TorchTensor) => `[${one.shape.join(', ')}]`;
    throw runtimeError(
      `stack expects each tensor to be equal size, but got ${write(first)} at entry 0 and ${write(tensors[odd])} at entry ${odd}`,
    );
  }
  const dtype = tensors.map((one) => one.dtype).reduce(promoteTypes);
  const single = [...first.shape.slice(0, along), 1, ...first.shape.slice(along)];
  const shape = single.map((size, i) => (i === along ? tensors.length : size));
  const parts = tensors.map((one) => reshaped(castTensor(one.dense(), dtype), single));
  const result = { ...concatenated(parts, along, shape), dtype };
  return context.record(
    result,
    'StackBackward0',
    tensors,
    (grad) =>
      pieces(
        grad,
        along,
        parts.map((part) => part.shape),
      ).map((part) => reshaped(part, first.shape)),
    false,
  );
}
