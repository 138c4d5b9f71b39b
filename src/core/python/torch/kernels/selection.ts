import * as l10n from '../../../l10n';
import { broadcastOffsets, broadcastShapes } from '../../../tensor/broadcast';
import { isFloatingPoint } from '../../../tensor/dtype';
import { contiguousStrides, numelOf } from '../../../tensor/shape';
import { indexError, NotEvaluated, typeError, valueError } from '../../values/pythonError';
import { Ellipsis, listOfRange, PyList, PyRange, PySlice, PyTuple, type Value } from '../../values/values';
import { tensorFromList } from '../tensor/create';
import { positionsOf, TorchTensor, type View } from '../tensor/torchTensor';

/** What an index selects: a view of the tensor, and tensors of indices for some of the view's dimensions. */
export interface Selection {
  readonly view: View;
  readonly advanced: readonly { readonly dim: number; readonly index: TorchTensor }[];
  /** Name of the last step of the view, as in `grad_fn`. */
  readonly gradFn: string;
}

/** What `tensor[index]` selects, with PyTorch's complaints. */
export function select(tensor: TorchTensor, index: Value): Selection {
  const given = itemsOf(index);
  const items = withEllipsis(given, tensor);
  const shape: number[] = [];
  const strides: number[] = [];
  const advanced: { dim: number; index: TorchTensor }[] = [];
  let { offset } = tensor.view;
  let gradFn = 'AliasBackward0';
  let dim = 0;
  const keep = (size: number, stride: number) => {
    shape.push(size);
    strides.push(stride);
  };
  for (const [i, item] of items.entries()) {
    if (item === null || typeof item === 'boolean') {
      if (item === false) throw new NotEvaluated(l10n.t('an index False'));
      keep(1, 0);
      gradFn = 'UnsqueezeBackward0';
      continue;
    }
    if (item instanceof PySlice && item.step === 0n) throw valueError('slice step cannot be zero');
    if (tensor.dimCount === 0 && typeof item === 'bigint' && items.length === 1) {
      if (item !== 0n) throw indexError(`index ${item} is out of bounds for dimension 0 with size 0`);
      throw indexError(
        'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
      );
    }
    if (item instanceof TorchTensor && item.dimCount === 0 && item.dtype === 'bool') {
      throw new NotEvaluated(l10n.t('a mask of no dimensions'));
    }
    if (dim >= tensor.dimCount)
      throw indexError(`too many indices for tensor of dimension ${tensor.dimCount}`);
    const size = tensor.shape[dim];
    const stride = tensor.view.strides[dim];
    if (item instanceof PySlice) {
      const { start, step, length } = sliceOf(item, size);
      offset += start * stride;
      keep(length, stride * step);
      gradFn = 'SliceBackward0';
      dim++;
    } else if (item instanceof TorchTensor && item.dimCount > 0) {
      for (const part of indicesOf(item, tensor, dim)) {
        advanced.push({ dim: shape.length, index: part });
        keep(tensor.shape[dim], tensor.view.strides[dim]);
        dim++;
      }
    } else {
      const at = intOf(item);
      if (at < -size || at >= size) {
        const position =
          i < given.findIndex((one) => one instanceof Ellipsis) ? i : given.length - items.length + i;
        throw indexError(`index ${at} is out of bounds for dimension ${position} with size ${size}`);
      }
      offset += (at < 0 ? at + size : at) * stride;
      gradFn = 'SelectBackward0';
      dim++;
    }
  }
  for (; dim < tensor.dimCount; dim++) keep(tensor.shape[dim], tensor.view.strides[dim]);
  return { view: { shape, strides, offset }, advanced, gradFn };
}

function itemsOf(index: Value): readonly Value[] {
  const isTuple = index instanceof PyTuple || (index instanceof PyList && index.items.some(isNested));
  const items = isTuple ? index.items : [index];
  return items.map((item) => {
    if (item instanceof PyRange) return tensorFromList(listOfRange(item), null);
    if (!(item instanceof PyList)) return item;
    const indices = tensorFromList(item, null);
    if (isFloatingPoint(indices.dtype) && indices.numel > 0)
      throw new NotEvaluated(l10n.t('an index of floats'));
    return indices;
  });
}

/** A list with more than numbers in it counts as a tuple. */
function isNested(item: Value): boolean {
  return item === null || (typeof item === 'object' && !(item instanceof PyRange));
}

/** The ellipsis replaced by as many full slices as it stands for. */
function withEllipsis(items: readonly Value[], tensor: TorchTensor): readonly Value[] {
  const at = items.findIndex((item) => item instanceof Ellipsis);
  if (at < 0) return items;
  if (items.filter((item) => item instanceof Ellipsis).length > 1)
    throw new NotEvaluated(l10n.t('an index with several ...'));
  const used = items
    .filter((item) => item !== null && typeof item !== 'boolean' && !(item instanceof Ellipsis))
    .reduce(
      (count: number, item) =>
        count + (item instanceof TorchTensor && item.dtype === 'bool' ? item.dimCount : 1),
      0,
    );
  const missing = Math.max(0, tensor.dimCount - used);
  const slices = Array.from({ length: missing }, () => new PySlice(null, null, null));
  return [...items.slice(0, at), ...slices, ...items.slice(at + 1)];
}

function intOf(item: Value): number {
  if (typeof item === 'bigint') return Number(item);
  if (item instanceof TorchTensor && item.dimCount === 0 && !isFloatingPoint(item.dtype)) return item.item();
  if (item instanceof TorchTensor) {
    throw indexError('tensors used as indices must be long, int, byte or bool tensors');
  }
  if (typeof item === 'number' || typeof item === 'string') {
    if (typeof item === 'string') throw typeError("new(): invalid data type 'str'");
    throw indexError(
      'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)',
    );
  }
  throw new NotEvaluated(l10n.t('this index'));
}

/** Start, step and length of a slice of `size` elements. */
function sliceOf(slice: PySlice, size: number): { start: number; step: number; length: number } {
  const number = (value: Value, otherwise: number) => {
    if (value === null) return otherwise;
    if (typeof value === 'bigint') return Number(value);
    if (value instanceof TorchTensor && value.numel === 1) return value.item();
    throw typeError('slice indices must be integers or None or have an __index__ method');
  };
  const step = number(slice.step, 1);
  if (step === 0) throw valueError('slice step cannot be zero');
  if (step < 0) throw valueError('step must be greater than zero');
  const clip = (value: number) => Math.min(size, Math.max(0, value < 0 ? value + size : value));
  const start = clip(number(slice.lower, 0));
  const stop = clip(number(slice.upper, size));
  return { start, step, length: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** A mask stands for the places where it is true, one tensor of indices for each of its dimensions. */
function indicesOf(item: TorchTensor, tensor: TorchTensor, dim: number): readonly TorchTensor[] {
  if (item.dtype !== 'bool') {
    if (isFloatingPoint(item.dtype)) {
      throw indexError('tensors used as indices must be long, int, byte or bool tensors');
    }
    if (item.dtype === 'uint8') throw new NotEvaluated(l10n.t('a uint8 mask'));
    return [item];
  }
  item.shape.forEach((size, i) => {
    if (size !== tensor.shape[dim + i]) {
      throw indexError(
        `The shape of the mask [${item.shape.join(', ')}] at index ${i} does not match the shape of the indexed tensor [${tensor.shape.join(', ')}] at index ${dim + i}`,
      );
    }
  });
  const { data } = item.dense();
  const strides = contiguousStrides(item.shape);
  const found: number[] = [];
  data.forEach((value, i) => {
    if (value !== 0) found.push(i);
  });
  return item.shape.map((size, i) =>
    TorchTensor.of({
      data: Float64Array.from(found, (at) => Math.floor(at / strides[i]) % size),
      shape: [found.length],
      dtype: 'int64',
    }),
  );
}

/** Positions in memory of what advanced indices select, and the shape of the result. */
export function advancedPositions({ view, advanced }: Selection): {
  positions: Int32Array;
  shape: readonly number[];
} {
  let common: readonly number[] = [];
  for (const { index } of advanced) {
    const { shape, mismatch } = broadcastShapes(common, index.shape);
    if (mismatch) {
      const shapes = advanced.map((one) => `[${one.index.shape.join(', ')}]`).join(', ');
      throw indexError(
        `shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes}`,
      );
    }
    common = shape;
  }
  const dims = advanced.map(({ dim }) => dim);
  const isAdjacent = dims.every((dim, i) => i === 0 || dim === dims[i - 1] + 1);
  const rest = view.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const lead = isAdjacent ? rest.filter((dim) => dim < dims[0]) : [];
  const tail = rest.filter((dim) => !lead.includes(dim));
  const base = advancedOffsets(view, advanced, common);
  const part = (some: readonly number[], offset: number) =>
    positionsOf({
      shape: some.map((dim) => view.shape[dim]),
      strides: some.map((dim) => view.strides[dim]),
      offset,
    });
  const before = part(lead, view.offset);
  const after = part(tail, 0);
  const positions = new Int32Array(before.length * base.length * after.length);
  let at = 0;
  for (const a of before) for (const b of base) for (const c of after) positions[at++] = a + b + c;
  const sizes = (some: readonly number[]) => some.map((dim) => view.shape[dim]);
  return { positions, shape: [...sizes(lead), ...common, ...sizes(tail)] };
}

function advancedOffsets(
  view: View,
  advanced: Selection['advanced'],
  common: readonly number[],
): Float64Array {
  const offsets = new Float64Array(numelOf(common));
  for (const { dim, index } of advanced) {
    const size = view.shape[dim];
    const { data, shape } = index.dense();
    const places = broadcastOffsets(shape, common);
    for (let i = 0; i < offsets.length; i++) {
      const value = data[places[i]];
      if (value < -size || value >= size) {
        throw indexError(`index ${value} is out of bounds for dimension ${dim} with size ${size}`);
      }
      offsets[i] += (value < 0 ? value + size : value) * view.strides[dim];
    }
  }
  return offsets;
}
