/** Indices of a flat sample along the axes of `shape`; empty for a shape without axes. */
export function positionOf(shape: readonly number[], sample: number): readonly number[] {
  const position: number[] = [];
  let rest = sample;
  for (const size of [...shape].reverse()) {
    position.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return position;
}

/** The flat sample at these indices. */
export function sampleAt(shape: readonly number[], position: readonly number[]): number {
  return position.reduce((flat, index, axis) => flat * shape[axis] + index, 0);
}

/** The flat sample that a text names by its indices, `3` or `(0, 2, 1)`; null when there is no such sample. */
export function sampleOf(shape: readonly number[], text: string): number | null {
  const position = (text.match(/\d+/g) ?? []).map(Number);
  const isThere =
    /^[\s\d,()]*$/.test(text) &&
    position.length === shape.length &&
    position.every((index, axis) => index < shape[axis]);
  return isThere ? sampleAt(shape, position) : null;
}
