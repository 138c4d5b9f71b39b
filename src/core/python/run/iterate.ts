import * as l10n from '../../l10n';
import { getItem } from '../torch/kernels/indexing';
import type { TorchContext } from '../torch/tensor/torchContext';
import { TorchTensor } from '../torch/tensor/torchTensor';
import { NotEvaluated, typeError } from '../values/pythonError';
import { PyDict, PyList, PyRange, PyTuple, typeNameOf, type Value } from '../values/values';

/** Most turns of one loop. */
const maxTurns = 1e6;

/** The elements that `for` goes through. */
export function itemsOf(context: TorchContext, value: Value): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (typeof value === 'string') return [...value];
  if (value instanceof PyDict) return value.entries.map(([key]) => key);
  if (value instanceof PyRange) {
    if (value.length > maxTurns) throw new NotEvaluated(l10n.t('a range of this length'));
    return Array.from({ length: value.length }, (_, i) => value.start + BigInt(i) * value.step);
  }
  if (value instanceof TorchTensor) {
    if (value.dimCount === 0) {
      throw typeError(
        value.library === 'torch' ? 'iteration over a 0-d tensor' : 'iteration over a 0-d array',
      );
    }
    return Array.from({ length: value.shape[0] }, (_, i) => {
      const item = getItem(context, value, BigInt(i));
      if (item.node) item.node = { ...item.node, name: 'UnbindBackward0' };
      return item;
    });
  }
  throw typeError(`'${typeNameOf(value)}' object is not iterable`);
}

/** `len(value)`. */
export function lengthOf(value: Value): bigint {
  if (typeof value === 'string') return BigInt([...value].length);
  if (value instanceof PyList || value instanceof PyTuple) return BigInt(value.items.length);
  if (value instanceof PyDict) return BigInt(value.entries.length);
  if (value instanceof PyRange) return BigInt(value.length);
  if (value instanceof TorchTensor) {
    if (value.dimCount > 0) return BigInt(value.shape[0]);
    throw typeError(value.library === 'torch' ? 'len() of a 0-d tensor' : 'len() of unsized object');
  }
  throw typeError(`object of type '${typeNameOf(value)}' has no len()`);
}
