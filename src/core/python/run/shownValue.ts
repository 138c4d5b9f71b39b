import type { Tensor } from '../../tensor/tensor';
import { NotEvaluated } from './pythonError';
import { reprOf } from './repr';
import type { ShownValue } from './snippetResult';
import { TorchTensor } from './torch/torchTensor';
import { Callable, ModuleValue, unknown, type Value } from './values';

/** The values as they are now: the memory may be written to later. */
export function snapshot(tensor: TorchTensor): Tensor {
  const { data, shape, dtype } = tensor.dense();
  return { data: data.slice(), shape, dtype };
}

/** A value for people; null for modules, functions and what is not known. */
export function shownValue(value: Value): ShownValue | null {
  if (value === unknown || value instanceof Callable || value instanceof ModuleValue) return null;
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
