import type { DType } from '../../tensor/dtype';
import { castMethods, numpyDType, pythonDType, tensorTypes, torchDType } from '../../tensor/dtypeNames';

/**
 * The dtype that is written, as `torch.float32`, `np.int64`, `'float32'` or `float`; null for anything else. Without
 * `torch.`, `float` and `int` are Python's own types.
 */
export function dtypeOf(written: string): DType | null {
  const match = /^(["']?)((?:\w+\.)*)(\w+)\1$/.exec(written);
  if (!match) return null;
  const [, , path, name] = match;
  const ofPython = path.startsWith('torch.') ? null : (pythonDType(name) ?? numpyDType(name));
  return ofPython ?? torchDType(name) ?? tensorTypes.get(name) ?? null;
}

/** The dtype that a method without arguments casts to (`.long()`), or null. */
export function castOf(method: string): DType | null {
  return castMethods.get(method) ?? null;
}
