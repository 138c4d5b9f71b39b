import { PySet } from '../../values/iterables';
import { runtimeError, valueError } from '../../values/pythonError';
import { notKnown, PyDict, PyList, PyObject, PyRange, PyTuple, type Value } from '../../values/values';
import { TorchTensor } from './torchTensor';

/** `bool(value)`. */
export function truthOf(value: Value): boolean {
  if (value === null) return false;
  if (value instanceof PyObject && value.isUnknown) throw notKnown();
  if (value instanceof TorchTensor) {
    if (value.numel === 1) return value.item() !== 0;
    if (value.library === 'numpy') {
      throw valueError(
        'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
      );
    }
    if (value.numel === 0) throw runtimeError('Boolean value of Tensor with no values is ambiguous');
    throw runtimeError('Boolean value of Tensor with more than one value is ambiguous');
  }
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length > 0;
  if (value instanceof PyDict || value instanceof PySet) return value.size > 0;
  if (value instanceof PyRange) return value.length > 0;
  return typeof value === 'object' ? true : Boolean(value);
}
