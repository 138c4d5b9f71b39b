/** The buffers of all typed arrays in plain data. */
export function buffersOf(value: unknown): ReadonlySet<ArrayBufferLike> {
  const found = new Set<ArrayBufferLike>();
  const visit = (one: unknown): void => {
    if (ArrayBuffer.isView(one)) found.add(one.buffer);
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(visit);
  };
  visit(value);
  return found;
}
