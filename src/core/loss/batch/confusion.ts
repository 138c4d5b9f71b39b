/** The pairs of target and prediction that occur, the most frequent first: one element for each pair. */
export interface Confusion {
  readonly target: Float64Array;
  readonly predicted: Float64Array;
  readonly count: Float64Array;
}

/** Counts the pairs of samples whose target is not negative. Both: (rows), classes in [0, numClasses). */
export function confusionOf(target: Float64Array, predicted: Float64Array, numClasses: number): Confusion {
  const counts = new Map<number, number>();
  for (let row = 0; row < target.length; row++) {
    if (target[row] < 0) continue;
    const pair = target[row] * numClasses + predicted[row];
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const pairs = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  return {
    target: Float64Array.from(pairs, ([pair]) => Math.floor(pair / numClasses)),
    predicted: Float64Array.from(pairs, ([pair]) => pair % numClasses),
    count: Float64Array.from(pairs, ([, count]) => count),
  };
}
