import type { DType } from './dtype';
import { numelOf } from './shape';

/**
 * A dense tensor. `data` holds the elements in row-major order, `data.length` is the product of `shape`, and a
 * 0-d tensor has `shape` `[]` and one element.
 *
 * `dtype` says what PyTorch would store; `data` is always float64, so that a reader can keep exactly what was
 * written (use `castTensor` for the values that PyTorch would hold). int64 is exact up to 2^53.
 */
export interface Tensor {
  readonly data: Float64Array;
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/**
 * A tensor over `data` (copied unless it is a Float64Array). Without `dtype` a typed array keeps its own type;
 * other numbers are int64 when all are whole (and not -0), else float32, as `torch.tensor` would infer.
 *
 * @throws RangeError when `shape` is not made of whole numbers >= 0 or does not multiply to `data.length`.
 */
export function createTensor(data: ArrayLike<number>, shape: readonly number[], dtype?: DType): Tensor {
  const numel = numelOf(shape);
  if (numel !== data.length) {
    throw new RangeError(`shape [${shape.join(', ')}] holds ${numel} elements, but data has ${data.length}`);
  }
  return {
    data: data instanceof Float64Array ? data : Float64Array.from(data),
    shape: [...shape],
    dtype: dtype ?? inferDType(data),
  };
}

function inferDType(data: ArrayLike<number>): DType {
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Int32Array) return 'int32';
  if (data instanceof Int16Array) return 'int16';
  if (data instanceof Int8Array) return 'int8';
  if (data instanceof Uint8Array) return 'uint8';
  if (data.length === 0) return 'float32';
  for (let i = 0; i < data.length; i++) {
    if (!Number.isInteger(data[i]) || Object.is(data[i], -0)) return 'float32';
  }
  return 'int64';
}
