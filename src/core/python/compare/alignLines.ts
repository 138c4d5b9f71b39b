/** Longer outputs are held against each other line by line as they stand. */
const mostAligned = 1500;

/** The index of a line in either text; null where the other text has none for it. */
export type LinePair = readonly [a: number | null, b: number | null];

/**
 * Lines that belong together: those that are the same, in a longest common subsequence, and between them the others
 * one by one.
 */
export function alignLines(a: readonly string[], b: readonly string[]): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  const leaveOut = (endA: number, endB: number) => {
    for (; i < endA || j < endB; i++, j++) pairs.push([i < endA ? i : null, j < endB ? j : null]);
    [i, j] = [endA, endB];
  };
  for (const [sameA, sameB] of commonLines(a, b)) {
    leaveOut(sameA, sameB);
    pairs.push([i++, j++]);
  }
  leaveOut(a.length, b.length);
  return pairs;
}

/** Pairs of indices of a longest common subsequence, in order. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length > mostAligned || b.length > mostAligned)
    return a.flatMap((line, at) => (line === b[at] ? [[at, at] as const] : []));
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1] + 1
          : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
  const common: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push([i++, j++]);
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) i++;
    else j++;
  }
  return common;
}
