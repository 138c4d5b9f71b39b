/** Small tests for values that come from outside: messages, saved states, arguments of commands. */

export type UnknownRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null;
}

/** By its tag, because an array that was made in another frame is no `instanceof` this one's. */
export function isFloat64Array(value: unknown): value is Float64Array {
  return Object.prototype.toString.call(value) === '[object Float64Array]';
}

/** By its tag, for the same reason. */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** A whole number that is not negative. */
export function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Offsets of a text, half open. */
export function isRange(
  value: unknown,
): value is UnknownRecord & { readonly from: number; readonly to: number } {
  return isRecord(value) && isWhole(value.from) && isWhole(value.to) && value.from <= value.to;
}

/** Absent and undefined mean the same: not set. */
export function isUnset(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === undefined || isRight(value);
}

export function isNullOr(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === null || isRight(value);
}

export function isOneOf(names: readonly unknown[]): (value: unknown) => boolean {
  return (value) => names.includes(value);
}

export function isArrayOf(value: unknown, isRight: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isRight);
}
