import { type DType, dtypes } from './dtype';

/** What PyTorch calls an element type besides its name. */
interface Names {
  /** In messages, and in the old types of tensors: `torch.LongTensor`. Source: c10/core/ScalarType.h. */
  readonly scalarType: string;
  /** `torch.long`; null where there is no other name. */
  readonly alias: string | null;
  /** The method that casts to it: `.long()`. */
  readonly cast: string;
}

const names: Readonly<Record<DType, Names>> = {
  float64: { scalarType: 'Double', alias: 'double', cast: 'double' },
  float32: { scalarType: 'Float', alias: 'float', cast: 'float' },
  float16: { scalarType: 'Half', alias: 'half', cast: 'half' },
  bfloat16: { scalarType: 'BFloat16', alias: null, cast: 'bfloat16' },
  int64: { scalarType: 'Long', alias: 'long', cast: 'long' },
  int32: { scalarType: 'Int', alias: 'int', cast: 'int' },
  int16: { scalarType: 'Short', alias: 'short', cast: 'short' },
  int8: { scalarType: 'Char', alias: null, cast: 'char' },
  uint8: { scalarType: 'Byte', alias: null, cast: 'byte' },
  bool: { scalarType: 'Bool', alias: null, cast: 'bool' },
};

function byName(nameOf: (names: Names, dtype: DType) => string | null): ReadonlyMap<string, DType> {
  return new Map(
    dtypes.flatMap((dtype): [string, DType][] => {
      const name = nameOf(names[dtype], dtype);
      return name === null ? [] : [[name, dtype]];
    }),
  );
}

const plain = byName((_, dtype) => dtype);
const aliases = byName(({ alias }) => alias);

/** The methods of a tensor that cast it, without arguments: `.long()`. */
export const castMethods = byName(({ cast }) => cast);

/** The old types of tensors: `LongTensor`. */
export const tensorTypes = byName(({ scalarType }) => `${scalarType}Tensor`);

/** PyTorch's name of an element type in its messages: `Long`. */
export function scalarTypeName(dtype: DType): string {
  return names[dtype].scalarType;
}

/** `long` or `int64` of `torch.long`; null for any other name. */
export function torchDType(name: string): DType | null {
  return plain.get(name) ?? aliases.get(name) ?? null;
}

/** What Python's own types mean to PyTorch and NumPy alike. */
const pythonTypes = new Map<string, DType>([
  ['float', 'float64'],
  ['int', 'int64'],
  ['bool', 'bool'],
]);

/** Python's `float`, which is 64 bits wide; null for any other name. */
export function pythonDType(name: string): DType | null {
  return pythonTypes.get(name) ?? null;
}

/** `int64` or `int_` of `np.int64`; null for any other name. */
export function numpyDType(name: string): DType | null {
  if (name.endsWith('_')) return pythonDType(name.slice(0, -1));
  return name === 'bfloat16' || name === 'bool' ? null : (plain.get(name) ?? null);
}
