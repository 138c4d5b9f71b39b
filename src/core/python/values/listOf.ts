import { type DType, isFloatingPoint } from '../../tensor/dtype';
import { contiguousStrides } from '../../tensor/shape';
import type { Tensor } from '../../tensor/tensor';
import { PyList, type Value } from './values';

/** An element as a number of Python. */
export function toPython(value: number, dtype: DType): boolean | bigint | number {
  if (dtype === 'bool') return value !== 0;
  return isFloatingPoint(dtype) ? value : BigInt(value);
}

/** Nested lists of the elements; a plain number for a 0-d tensor. */
export function listOf({ data, shape, dtype }: Tensor): Value {
  if (shape.length === 0) return toPython(data[0], dtype);
  const strides = contiguousStrides(shape);
  const build = (dim: number, offset: number): PyList =>
    new PyList(
      Array.from({ length: shape[dim] }, (_, i): Value => {
        const at = offset + i * strides[dim];
        return dim === shape.length - 1 ? toPython(data[at], dtype) : build(dim + 1, at);
      }),
    );
  return build(0, 0);
}
