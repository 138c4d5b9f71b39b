import type { DType } from '../tensor/dtype';

const named: Readonly<Record<string, DType>> = {
  float64: 'float64',
  double: 'float64',
  float32: 'float32',
  float16: 'float16',
  half: 'float16',
  bfloat16: 'bfloat16',
  int64: 'int64',
  long: 'int64',
  int32: 'int32',
  int16: 'int16',
  short: 'int16',
  int8: 'int8',
  uint8: 'uint8',
  bool: 'bool',
  bool_: 'bool',
  FloatTensor: 'float32',
  DoubleTensor: 'float64',
  HalfTensor: 'float16',
  BFloat16Tensor: 'bfloat16',
  LongTensor: 'int64',
  IntTensor: 'int32',
  ShortTensor: 'int16',
  CharTensor: 'int8',
  ByteTensor: 'uint8',
  BoolTensor: 'bool',
};

/** `float` and `int` mean float32 and int32 in `torch.float`, and 64 bits as Python's own types. */
const pythonTypes: Readonly<Record<string, DType>> = {
  float: 'float64',
  int: 'int64',
  float_: 'float64',
  int_: 'int64',
};
const torchTypes: Readonly<Record<string, DType>> = { float: 'float32', int: 'int32' };

/** The dtype that is written, as `torch.float32`, `np.int64`, `'float32'` or `float`; null for anything else. */
export function dtypeOf(written: string): DType | null {
  const match = /^(["']?)((?:\w+\.)*)(\w+)\1$/.exec(written);
  if (!match) return null;
  const [, , path, name] = match;
  if (Object.hasOwn(named, name)) return named[name];
  const types = path.startsWith('torch.') ? torchTypes : pythonTypes;
  return Object.hasOwn(types, name) ? types[name] : null;
}

const casts: Readonly<Record<string, DType>> = {
  double: 'float64',
  float: 'float32',
  half: 'float16',
  bfloat16: 'bfloat16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  char: 'int8',
  byte: 'uint8',
  bool: 'bool',
};

/** The dtype that a method without arguments casts to (`.long()`), or null. */
export function castOf(method: string): DType | null {
  return Object.hasOwn(casts, method) ? casts[method] : null;
}
