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
