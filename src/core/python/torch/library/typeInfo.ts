import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { NativeObject } from '../../values/nativeObject';
import { Callable, type Value } from '../../values/values';
import { refused } from '../refused';
import { toDType } from '../signature';

/** Bits of the exponent and of the fraction. */
const floats: Readonly<Partial<Record<DType, readonly [exponent: number, fraction: number]>>> = {
  float16: [5, 10],
  bfloat16: [8, 7],
  float32: [8, 23],
  float64: [11, 52],
};

/** What `torch.finfo(dtype)` knows. */
function factsOfFloat(dtype: DType): Readonly<Record<string, Value>> {
  const [exponent, fraction] = floats[dtype] ?? [0, 0];
  const top = 2 ** (exponent - 1) - 1;
  const max = 2 ** top * (2 - 2 ** -fraction);
  const tiny = 2 ** (1 - top);
  return {
    bits: BigInt(1 + exponent + fraction),
    eps: 2 ** -fraction,
    max,
    min: -max,
    tiny,
    smallest_normal: tiny,
    dtype,
  };
}

function factsOfInt(dtype: DType): Readonly<Record<string, Value>> {
  const bits = BigInt(/\d{1,3}$/.exec(dtype)?.[0] ?? 64);
  const isSigned = dtype !== 'uint8';
  const max = 2n ** (isSigned ? bits - 1n : bits) - 1n;
  return { bits, max, min: isSigned ? -max - 1n : 0n, dtype };
}

class TypeInfo extends NativeObject {
  constructor(
    readonly typeName: string,
    private readonly facts: Readonly<Record<string, Value>>,
  ) {
    super();
  }

  member(name: string): Value | undefined {
    return Object.hasOwn(this.facts, name) ? this.facts[name] : undefined;
  }

  override get isMutable(): boolean {
    return false;
  }
}

/** `torch.finfo`, `torch.iinfo`, `np.finfo`, `np.iinfo`: the bounds of a dtype. */
export function typeInfo(path: string): Callable {
  const [library, name] = path.split('.');
  const isFloat = name === 'finfo';
  return new Callable(
    name,
    ({ positional: [given], named }) => {
      const value =
        given ?? named.get('type') ?? named.get('dtype') ?? (library === 'torch' ? 'float32' : null);
      const dtype = value instanceof Callable && value.path === 'builtins.float' ? 'float64' : toDType(value);
      if (dtype === null || dtype === 'bool' || isFloatingPoint(dtype) !== isFloat) throw refused(path);
      if (library === 'numpy' && dtype !== 'float64' && isFloat) throw refused(path);
      return new TypeInfo(name, isFloat ? factsOfFloat(dtype) : factsOfInt(dtype));
    },
    'type',
  );
}
