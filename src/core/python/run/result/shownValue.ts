import type { Tensor } from '../../../tensor/tensor';
import { reprOf } from '../../torch/tensor/repr';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { NotEvaluated } from '../../values/pythonError';
import { Callable, ModuleValue, Unknown, type Value } from '../../values/values';
import type { ShownValue } from './snippetResult';

/** The values as they are now: the memory may be written to later. */
export function snapshot(tensor: TorchTensor): Tensor {
  const { data, shape, dtype } = tensor.dense();
  return { data: data.slice(), shape, dtype };
}

/** A value for people; null for modules, functions and what is not known. */
export function shownValue(value: Value): ShownValue | null {
  if (value instanceof Unknown || value instanceof Callable || value instanceof ModuleValue) return null;
  try {
    const text = reprOf(value);
    if (!(value instanceof TorchTensor)) return { text, tensor: null, requiresGrad: false, gradFn: null };
    const { requiresGrad, node } = value;
    return { text, tensor: snapshot(value), requiresGrad, gradFn: node?.name ?? null };
  } catch (error) {
    if (error instanceof NotEvaluated) return null;
    throw error;
  }
}
