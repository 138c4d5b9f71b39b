import { PyIterator } from '../../values/iterables';
import { PyList, PyTuple, type Value } from '../../values/values';
import { TorchTensor } from './torchTensor';

/** The tensors that a list, a tuple or a generator gives, or the only one; null where there is something else. */
export function tensorsIn(value: Value): readonly TorchTensor[] | null {
  const items = value instanceof TorchTensor ? [value] : itemsIn(value);
  return items?.every((item) => item instanceof TorchTensor) ? (items as TorchTensor[]) : null;
}

/** The items of a list, a tuple or a generator; null for anything else. */
export function itemsIn(value: Value): readonly Value[] | null {
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (!(value instanceof PyIterator)) return null;
  const items: Value[] = [];
  for (let item = value.next(); item !== undefined; item = value.next()) items.push(item);
  return items;
}
