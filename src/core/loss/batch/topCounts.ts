import { type RowLayout, rowOffset } from '../../tensor/rowLayout';

/** How often the target's class is among the k largest values: (C) each, at k - 1. */
export interface TopCounts {
  /** By `input.sort(descending=True, stable=True)`: the first of equals counts as the larger one, as in `argmax`. */
  readonly hits: Float64Array;
  /** Samples in which equal values decide; `torch.topk` does not say which of them it takes. */
  readonly ties: Float64Array;
}

/** `target`: (rows) classes in [0, C), or a negative number for a sample that does not count. Source: torch.topk. */
export function topCounts(input: Float64Array, layout: RowLayout, target: Float64Array): TopCounts {
  const { rowCount, numClasses, stride } = layout;
  const hits = new Float64Array(numClasses);
  const tieChanges = new Float64Array(numClasses + 1);
  for (let row = 0; row < rowCount; row++) {
    if (target[row] < 0) continue;
    const offset = rowOffset(layout, row);
    const own = input[offset + target[row] * stride];
    let larger = 0;
    let equalBefore = 0;
    let equal = -1;
    for (let klass = 0; klass < numClasses; klass++) {
      const value = input[offset + klass * stride];
      if (value === own || (Number.isNaN(value) && Number.isNaN(own))) {
        equal++;
        if (klass < target[row]) equalBefore++;
      } else if (value > own || (Number.isNaN(value) && !Number.isNaN(own))) larger++;
    }
    hits[larger + equalBefore]++;
    tieChanges[larger]++;
    tieChanges[larger + equal]--;
  }
  return { hits: runningSums(hits), ties: runningSums(tieChanges).subarray(0, numClasses).slice() };
}

function runningSums(values: Float64Array): Float64Array {
  for (let i = 1; i < values.length; i++) values[i] += values[i - 1];
  return values;
}
