import * as l10n from '../../../l10n';
import { getItem } from '../../torch/kernels/indexing';
import { ModuleContainer } from '../../torch/nn/containers';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { PyIterator, PySet } from '../../values/iterables';
import { NativeObject } from '../../values/nativeObject';
import { NotEvaluated, PythonError, typeError } from '../../values/pythonError';
import {
  notKnown,
  PyDict,
  PyList,
  PyObject,
  PyRange,
  PyTuple,
  typeNameOf,
  type Value,
} from '../../values/values';

/** Most items that are taken at once. */
const maxItems = 1e6;

/** What `for` goes through, one by one: lists and iterators may change on the way. */
export function iterate(context: TorchContext, value: Value): Iterable<Value> & Iterator<Value> {
  if (value instanceof PyObject && value.isUnknown) throw notKnown();
  if (value instanceof PyList) return itemsOfList(value);
  if (value instanceof PyTuple) return value.items.values() as IterableIterator<Value>;
  if (typeof value === 'string') return [...value].values() as IterableIterator<Value>;
  if (value instanceof PyDict) return keysOf(value);
  if (value instanceof PySet) return value.ordered.values() as IterableIterator<Value>;
  if (value instanceof PyRange) return itemsOfRange(value);
  if (value instanceof PyIterator) return itemsOfIterator(context, value);
  if (value instanceof TorchTensor) return rowsOf(context, value);
  const items = value instanceof NativeObject ? value.iterate() : null;
  if (items !== null) return items;
  if (value instanceof NativeObject) throw new NotEvaluated(l10n.t('iteration over this'));
  if (value instanceof ModuleContainer) return value.items.values() as IterableIterator<Value>;
  if (value instanceof PyObject && value.code) throw new NotEvaluated(l10n.t('iteration over this'));
  throw typeError(`'${typeNameOf(value)}' object is not iterable`);
}

/** False for what Python refuses to go through, and for what is not known. */
export function isIterable(value: Value): boolean {
  if (typeof value === 'string') return true;
  if (value instanceof TorchTensor) return !value.isUnknown && value.dimCount > 0;
  const types = [NativeObject, ModuleContainer, PyList, PyTuple, PyDict, PySet, PyRange, PyIterator];
  return types.some((type) => value instanceof type);
}

/** All items at once. */
export function itemsOf(context: TorchContext, value: Value): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (value instanceof PyRange && value.length > maxItems)
    throw new NotEvaluated(l10n.t('a range of this length'));
  const items = [...iterate(context, value)];
  context.work(items.length);
  return items;
}

/** A list may grow while it is gone through. */
function* itemsOfList(list: PyList): Generator<Value, void> {
  for (let i = 0; i < list.items.length; i++) yield list.items[i];
}

function* keysOf(dict: PyDict): Generator<Value, void> {
  const { size } = dict;
  for (const [key] of dict.entries) {
    yield key;
    if (dict.size !== size) throw new PythonError('RuntimeError', 'dictionary changed size during iteration');
  }
}

function* itemsOfRange({ start, step, length }: PyRange): Generator<Value, void> {
  for (let i = 0; i < length; i++) yield start + BigInt(i) * step;
}

function* itemsOfIterator(context: TorchContext, iterator: PyIterator): Generator<Value, void> {
  for (let item = iterator.next(); item !== undefined; item = iterator.next()) {
    context.work(1);
    yield item;
  }
}

function* rowsOf(context: TorchContext, tensor: TorchTensor): Generator<Value, void> {
  if (tensor.dimCount === 0) {
    throw typeError(
      tensor.library === 'torch' ? 'iteration over a 0-d tensor' : 'iteration over a 0-d array',
    );
  }
  for (let i = 0; i < tensor.shape[0]; i++) {
    const item = getItem(context, tensor, BigInt(i));
    if (item.node) item.node = { ...item.node, name: 'UnbindBackward0' };
    yield item;
  }
}

/** `len(value)`. */
export function lengthOf(value: Value): bigint {
  if (typeof value === 'string') return BigInt([...value].length);
  if (value instanceof PyList || value instanceof PyTuple) return BigInt(value.items.length);
  if (value instanceof PyDict || value instanceof PySet) return BigInt(value.size);
  if (value instanceof PyRange) return BigInt(value.length);
  if (value instanceof NativeObject && value.length !== null) return BigInt(value.length);
  if (value instanceof ModuleContainer) return BigInt(value.modules.length);
  if (value instanceof TorchTensor) {
    if (value.dimCount > 0) return BigInt(value.shape[0]);
    throw typeError(value.library === 'torch' ? 'len() of a 0-d tensor' : 'len() of unsized object');
  }
  throw typeError(`object of type '${typeNameOf(value)}' has no len()`);
}
