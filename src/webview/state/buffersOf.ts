import { isFloat64Array } from '../../messages/typedArrays';

/** The buffers of all number arrays in plain data. */
export function buffersOf(value: unknown): ReadonlySet<ArrayBufferLike> {
  const found = new Set<ArrayBufferLike>();
  const visit = (one: unknown): void => {
    if (isFloat64Array(one)) found.add(one.buffer);
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(visit);
  };
  visit(value);
  return found;
}
