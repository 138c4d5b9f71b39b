/** The steps of log_softmax on one row, each over the row's `classes`; the sums go over the whole row. */
export interface BridgeSteps {
  readonly max: number;
  readonly sum: number;
  readonly logSum: number;
  /** The classes that are shown, in ascending order. */
  readonly classes: readonly number[];
  readonly x: readonly number[];
  readonly shifted: readonly number[];
  readonly exp: readonly number[];
  readonly logSoftmax: readonly number[];
}

/** As many columns as fit a narrow panel without much scrolling. */
const maxClasses = 8;

/**
 * log_softmax of a row of logits as it is computed stably: subtract the maximum, exponentiate, sum, take the
 * logarithm, subtract. Shows the first classes, always with the target's. Null when the row
 * holds nan or its maximum is not finite.
 */
export function bridgeSteps(row: Float64Array, targetClass: number | null): BridgeSteps | null {
  let max = Number.NEGATIVE_INFINITY;
  for (const x of row) {
    if (Number.isNaN(x)) return null;
    if (x > max) max = x;
  }
  if (!Number.isFinite(max)) return null;
  let sum = 0;
  for (const x of row) sum += Math.exp(x - max);
  const logSum = Math.log(sum);
  const classes = classesToShow(row.length, targetClass);
  const x = classes.map((c) => row[c]);
  const shifted = x.map((value) => value - max);
  return {
    max,
    sum,
    logSum,
    classes,
    x,
    shifted,
    exp: shifted.map(Math.exp),
    logSoftmax: shifted.map((value) => value - logSum),
  };
}

function classesToShow(numClasses: number, targetClass: number | null): readonly number[] {
  const classes = Array.from({ length: Math.min(numClasses, maxClasses) }, (_, i) => i);
  const isThere = targetClass !== null && targetClass >= 0 && targetClass < numClasses;
  if (isThere && targetClass >= classes.length) classes[classes.length - 1] = targetClass;
  return classes;
}
