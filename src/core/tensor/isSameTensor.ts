import { isSameShape } from './shape';
import type { Tensor } from './tensor';

/** Same dtype, shape and numbers; nan is the same as nan, and 0 is not the same as -0. */
export function isSameTensor(a: Tensor, b: Tensor): boolean {
  return (
    a.dtype === b.dtype &&
    isSameShape(a.shape, b.shape) &&
    a.data.every((value, i) => Object.is(value, b.data[i]))
  );
}
