import type { DType } from './dtype';

const float32Bits = new Float32Array(1);
const uint32Bits = new Uint32Array(float32Bits.buffer);

/** Smallest normal and largest finite float16, and the step between subnormals. Source: IEEE 754-2008 binary16. */
const float16MinNormal = 2 ** -14;
const float16Max = 65504;
const float16SubnormalStep = 2 ** -24;

/** What PyTorch stores when a float outside of int64 (or nan) is cast to it on x86. */
const int64Indefinite = -(2 ** 63);

/**
 * The value that an element of `dtype` holds after `value` is stored in it, as `torch.tensor(value, dtype=dtype)` or
 * `.to(dtype)` would: round half to even for floats (float16 and bfloat16 by way of float32, as PyTorch converts),
 * overflow to ±inf, truncation for whole numbers, `value != 0` for bool (as 0 or 1).
 *
 * Whole numbers outside of their range wrap around; nan and ±inf give what x86 gives (C++ leaves both open).
 */
export function roundToDType(value: number, dtype: DType): number {
  switch (dtype) {
    case 'float64':
      return value;
    case 'float32':
      return Math.fround(value);
    case 'float16':
      return roundToFloat16(Math.fround(value));
    case 'bfloat16':
      return roundToBFloat16(value);
    case 'int64':
      return Math.abs(value) < 2 ** 63 ? Math.trunc(value) + 0 : int64Indefinite;
    case 'int32':
      return Math.abs(value) < 2 ** 31 ? Math.trunc(value) | 0 : wrap(value, 32, -(2 ** 31));
    case 'int16':
      return wrap(value, 16, 0);
    case 'int8':
      return wrap(value, 8, 0);
    case 'uint8': {
      const wrapped = wrap(value, 8, 0);
      return wrapped < 0 ? wrapped + 256 : wrapped;
    }
    case 'bool':
      return value !== 0 ? 1 : 0;
  }
}

function roundToFloat16(value: number): number {
  const magnitude = Math.abs(value);
  if (!(magnitude > 0) || magnitude === Number.POSITIVE_INFINITY) return value;
  const step =
    magnitude < float16MinNormal ? float16SubnormalStep : 2 ** (Math.floor(Math.log2(magnitude)) - 10);
  const rounded = roundHalfToEven(magnitude / step) * step;
  const result = rounded > float16Max ? Number.POSITIVE_INFINITY : rounded;
  return value < 0 ? -result : result;
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const fraction = value - floor;
  if (fraction === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return fraction > 0.5 ? floor + 1 : floor;
}

function roundToBFloat16(value: number): number {
  float32Bits[0] = value;
  if (Number.isNaN(float32Bits[0])) return Number.NaN;
  const bits = uint32Bits[0];
  // Half of the dropped 16 bits, and one more when the kept part is odd: round half to even.
  uint32Bits[0] = bits + 0x7fff + ((bits >>> 16) & 1);
  uint32Bits[0] &= 0xffff0000;
  return float32Bits[0];
}

function wrap(value: number, bits: number, indefinite: number): number {
  if (!(Math.abs(value) < 2 ** 63)) return indefinite;
  return Number(BigInt.asIntN(bits, BigInt(Math.trunc(value))));
}
