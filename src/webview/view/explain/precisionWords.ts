import type { PrecisionDType, PrecisionLoss, PrecisionResult, PrecisionRoute } from '../../../core';

/** What is lost on the way to the target's value, by the first step that loses it; null where nothing is. */
export function lossOnTheWay({ steps }: PrecisionResult, target: number): PrecisionLoss | null {
  for (const { losses } of steps) {
    const loss = losses.length === 1 ? losses[0] : losses[target];
    if (loss) return loss;
  }
  return null;
}

/** The first route that loses the value where log_softmax of the same type keeps it; null when none does. */
export function firstBreak(
  results: readonly PrecisionResult[],
  target: number,
): { readonly dtype: PrecisionDType; readonly route: PrecisionRoute; readonly loss: PrecisionLoss } | null {
  for (const result of results) {
    const { dtype, route, loss: value } = result;
    const stable = results.find((one) => one.dtype === dtype && one.route === 'logSoftmax');
    const loss = lossOnTheWay(result, target);
    if (loss && !Number.isFinite(value) && stable && Number.isFinite(stable.loss))
      return { dtype, route, loss };
  }
  return null;
}

/** A relative error in words: `3e-4`, or '' when it is below what the type can say anyway. */
export function errorText(error: number): string {
  if (Number.isNaN(error) || error === Number.POSITIVE_INFINITY) return '';
  if (error < 1e-12) return '';
  const percent = (error * 100).toPrecision(2);
  return `${percent.includes('e') ? Number(percent).toExponential() : percent} %`;
}
