import * as v from 'valibot';
import type { Schema } from './schema';

/** By its tag, because an array that was made in another frame is no `instanceof` this one's. */
export function isFloat64Array(value: unknown): value is Float64Array {
  return Object.prototype.toString.call(value) === '[object Float64Array]';
}

/** By its tag, for the same reason. */
function isUint8Array(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}

export const float64Array: Schema<Float64Array> = v.custom<Float64Array>(isFloat64Array);

export const uint8Array: Schema<Uint8Array> = v.custom<Uint8Array>(isUint8Array);
