/** Elements that are sorted at once, and steps of merging that are done at once. */
const run = 1024;

/**
 * The samples sorted by `before`, a total order, with a pause after every few: runs that are sorted and then merged
 * two by two. `samples` is changed.
 */
export function* sortedInSteps(
  samples: Uint32Array,
  before: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  const { length } = samples;
  for (let start = 0; start < length; start += run) {
    samples.subarray(start, start + run).sort(before);
    yield;
  }
  let [from, to]: [Uint32Array, Uint32Array] = [samples, new Uint32Array(length)];
  for (let width = run; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(start + width, length);
      const end = Math.min(middle + width, length);
      for (let [left, right, at] = [start, middle, start]; at < end; at++) {
        const isLeft = right === end || (left < middle && before(from[left], from[right]) <= 0);
        to[at] = isLeft ? from[left++] : from[right++];
        if (at % run === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
