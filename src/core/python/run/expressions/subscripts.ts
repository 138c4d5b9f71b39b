import * as l10n from '../../../l10n';
import { getItem, setItem } from '../../torch/kernels/indexing';
import { ModuleContainer } from '../../torch/nn/containers';
import { reprOf } from '../../torch/tensor/repr';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { DictView } from '../../values/dictionaries';
import { NativeObject } from '../../values/nativeObject';
import { indexError, NotEvaluated, PythonError, typeError } from '../../values/pythonError';
import {
  isNumber,
  PyDict,
  PyList,
  PyRange,
  PySlice,
  PyTuple,
  TorchSize,
  typeNameOf,
  type Value,
} from '../../values/values';
import { itemsOf } from './iterate';

/** `object[index]`. */
export function subscript(context: TorchContext, object: Value, index: Value): Value {
  if (object instanceof TorchTensor) {
    const get = () => getItem(context, object, index);
    return object.library === 'numpy' ? ofArray(get) : get();
  }
  if (object instanceof PyDict) {
    const value = object.get(index) ?? object.missing(index);
    if (value !== undefined) return value;
    throw new PythonError('KeyError', reprOf(index));
  }
  if (typeof object === 'string') return [...pick([...object], index, 'string')].join('');
  if (object instanceof PyRange) {
    const all = Array.from({ length: object.length }, (_, i) => object.start + BigInt(i) * object.step);
    return pickOne(all, index, 'range object');
  }
  if (object instanceof DictView) throw typeError(`'${object.typeName}' object is not subscriptable`);
  if (object instanceof TorchSize) {
    const picked = pick(object.items, index, 'tuple');
    return index instanceof PySlice ? new TorchSize(picked) : picked[0];
  }
  if (object instanceof PyTuple || object instanceof PyList) {
    const picked = pick(object.items, index, typeNameOf(object) === 'list' ? 'list' : 'tuple');
    if (!(index instanceof PySlice)) return picked[0];
    return object instanceof PyList ? new PyList([...picked]) : new PyTuple(picked);
  }
  if (object instanceof ModuleContainer) return object.at(index);
  const item = object instanceof NativeObject ? object.at(index) : undefined;
  if (item !== undefined) return item;
  if (object instanceof NativeObject) throw new NotEvaluated(l10n.t('this index of a {0}', object.typeName));
  throw typeError(`'${typeNameOf(object)}' object is not subscriptable`);
}

/** NumPy has its own words for what does not fit. */
function ofArray<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PythonError) throw new NotEvaluated(l10n.t('this index of an array'));
    throw error;
  }
}

function pick<T>(items: readonly T[], index: Value, name: string): readonly T[] {
  if (index instanceof PySlice) return sliced(items, index);
  return [pickOne(items, index, name)];
}

function pickOne<T>(items: readonly T[], index: Value, name: string): T {
  const at = intOf(index, name);
  const wrapped = at < 0 ? at + items.length : at;
  if (wrapped < 0 || wrapped >= items.length) throw indexError(`${name} index out of range`);
  return items[wrapped];
}

function intOf(index: Value, name: string): number {
  if (typeof index === 'bigint' || typeof index === 'boolean') return Number(index);
  if (index instanceof TorchTensor && index.numel === 1) return index.item();
  if (index instanceof TorchTensor) {
    throw typeError('only integer tensors of a single element can be converted to an index');
  }
  if (name === 'string') throw typeError(`string indices must be integers, not '${typeNameOf(index)}'`);
  throw typeError(`${name} indices must be integers or slices, not ${typeNameOf(index)}`);
}

/** Python's slices, also backwards. */
function sliced<T>(items: readonly T[], { lower, upper, step }: PySlice): readonly T[] {
  const by = step === null ? 1 : Number(step);
  if (by === 0) throw new PythonError('ValueError', 'slice step cannot be zero');
  const { length } = items;
  const clip = (value: Value, otherwise: number) => {
    if (value === null) return otherwise;
    const at = Number(value) < 0 ? Number(value) + length : Number(value);
    return by > 0 ? Math.min(length, Math.max(0, at)) : Math.min(length - 1, Math.max(-1, at));
  };
  const start = clip(lower, by > 0 ? 0 : length - 1);
  const stop = clip(upper, by > 0 ? length : -1);
  const picked: T[] = [];
  for (let i = start; by > 0 ? i < stop : i > stop; i += by) picked.push(items[i]);
  return picked;
}

/** `object[index] = value`. */
export function assignSubscript(context: TorchContext, object: Value, index: Value, value: Value): void {
  if (object instanceof TorchTensor) {
    if (!(value instanceof TorchTensor) && !isNumber(value))
      throw new NotEvaluated(l10n.t('this assignment'));
    if (object.library === 'numpy') ofArray(() => setItem(context, object, index, value));
    else setItem(context, object, index, value);
  } else if (object instanceof PyDict) object.set(index, value);
  else if (object instanceof PyList && typeof index === 'bigint') {
    const at = Number(index) < 0 ? Number(index) + object.items.length : Number(index);
    if (at < 0 || at >= object.items.length) throw indexError('list assignment index out of range');
    object.items[at] = value;
  } else if (object instanceof PyList && index instanceof PySlice && index.step === null) {
    const bound = (given: Value, otherwise: number) => {
      if (given === null) return otherwise;
      if (typeof given !== 'bigint') throw new NotEvaluated(l10n.t('this assignment'));
      const { length } = object.items;
      return Math.min(length, Math.max(0, Number(given) < 0 ? Number(given) + length : Number(given)));
    };
    const start = bound(index.lower, 0);
    const stop = Math.max(start, bound(index.upper, object.items.length));
    object.items.splice(start, stop - start, ...itemsOf(context, value));
  } else if (object === null || typeof object !== 'object' || object instanceof PyTuple) {
    throw typeError(`'${typeNameOf(object)}' object does not support item assignment`);
  } else throw new NotEvaluated(l10n.t('this assignment'));
}

/** `del object[index]`. */
export function deleteSubscript(object: Value, index: Value): void {
  if (object instanceof PyDict) {
    if (object.delete(index) === undefined) throw new PythonError('KeyError', reprOf(index));
  } else if (object instanceof PyList && typeof index === 'bigint') {
    const at = Number(index) < 0 ? Number(index) + object.items.length : Number(index);
    if (at < 0 || at >= object.items.length) throw indexError('list assignment index out of range');
    object.items.splice(at, 1);
  } else throw new NotEvaluated(l10n.t('del of this'));
}
