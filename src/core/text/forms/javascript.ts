import type { DType } from '../../tensor/dtype';
import type { Form } from './form';

const typedArrays: readonly (readonly [string, DType])[] = [
  ['Float64Array', 'float64'],
  ['Float32Array', 'float32'],
  ['Float16Array', 'float16'],
  ['Int32Array', 'int32'],
  ['Int16Array', 'int16'],
  ['Int8Array', 'int8'],
  ['Uint8Array', 'uint8'],
  ['BigInt64Array', 'int64'],
];

/** JavaScript's typed arrays: `new Float32Array([…])`. A number instead of a list is their length. */
export const javascriptForms: readonly Form[] = typedArrays.map(([name, dtype]) => ({
  callees: [name],
  form: 'constructor',
  floats: dtype,
  ints: dtype,
  dtype,
  numbers: 'length',
}));
