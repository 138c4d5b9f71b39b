import type { LossResult, Tensor, UsedOptions } from '../../core';
import { strings } from '../strings';
import { samplesOf } from './samples';

/**
 * Why a scalar result is not finite, in one sentence; null when it is finite. `shown` is the value after
 * rounding to the dtype of the result.
 */
export function explainValue(
  shown: number,
  result: LossResult,
  input: Tensor,
  target: Tensor | undefined,
  options: UsedOptions,
): string | null {
  const exact = result.output?.data[0] ?? shown;
  if (Number.isFinite(shown)) return null;
  if (Number.isFinite(exact)) {
    const overflow = shown > 0 ? strings.explain.overflow : strings.explain.negativeOverflow;
    return overflow(result.output?.dtype ?? options.dtype);
  }
  if (shown === Number.POSITIVE_INFINITY) return strings.explain.infinity;
  if (shown === Number.NEGATIVE_INFINITY) return strings.explain.negativeInfinity;
  return explainNan(result, input, target, options);
}

function explainNan(
  result: LossResult,
  input: Tensor,
  target: Tensor | undefined,
  options: UsedOptions,
): string {
  const { explain } = strings;
  if (input.data.length === 0) return explain.emptyBatch;
  if (options.reduction === 'mean' && result.totalWeight === 0) {
    const isIgnored = target?.data.every((index) => index === options.ignoreIndex) ?? false;
    return isIgnored ? explain.allIgnored : explain.zeroWeight;
  }
  if (input.data.some(Number.isNaN)) return explain.nanInput;
  if (input.data.includes(Number.POSITIVE_INFINITY)) return explain.infiniteInput;
  if (hasEmptyRow(input)) return explain.maskedRow;
  return input.data.includes(Number.NEGATIVE_INFINITY) ? explain.zeroTimesInfinity : explain.nan;
}

/** True when a sample gives every class probability 0. */
function hasEmptyRow({ data, shape }: Tensor): boolean {
  const { count, numClasses, offsetOf } = samplesOf(shape);
  for (let sample = 0; sample < count; sample++) {
    let klass = 0;
    while (klass < numClasses && data[offsetOf(sample, klass)] === Number.NEGATIVE_INFINITY) klass++;
    if (klass === numClasses) return true;
  }
  return false;
}
