import { type LossKey, lossKeys } from '../../../core';
import type { Run } from '../../../messages/comparison';

/** A measure of two runs. */
export interface Difference {
  readonly loss: LossKey | null;
  /** 'accuracy' is of no loss. */
  readonly kind: 'value' | 'gradNorm' | 'accuracy';
  readonly a: number;
  readonly b: number;
}

/** Both losses, the L2 norms of their gradients, and the accuracy; what either has not is left out. */
export function differencesOf(a: Run, b: Run): readonly Difference[] {
  const pairs = [
    ...lossKeys.flatMap((loss) =>
      (['value', 'gradNorm'] as const).map((kind) => ({
        loss,
        kind,
        a: a.losses[loss][kind],
        b: b.losses[loss][kind],
      })),
    ),
    { loss: null, kind: 'accuracy' as const, a: a.accuracy, b: b.accuracy },
  ];
  return pairs.flatMap((one) => (one.a && one.b ? [{ ...one, a: one.a[0], b: one.b[0] }] : []));
}

/** How the samples of two runs at the same positions differ. Arrays: (samples). */
export interface SampleDifferences {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Samples whose loss changed, or what is predicted; the largest change of the loss first, nan before all. */
  readonly changed: readonly number[];
  /** How many were wrong in A and are right in B, and the other way round; null where that is not known. */
  readonly becameRight: number | null;
  readonly becameWrong: number | null;
  /** Samples whose targets differ. */
  readonly otherTargets: number;
}

/** Null where a run has no losses by sample, or the samples have another shape. */
export function sampleDifferencesOf(a: Run, b: Run, loss: LossKey): SampleDifferences | null {
  const [x, y] = [a.losses[loss].perSample, b.losses[loss].perSample];
  if (!x || !y || String(a.shape) !== String(b.shape)) return null;
  const size = Float64Array.from(x, (value, sample) => {
    const change = Object.is(value, y[sample]) ? 0 : Math.abs(y[sample] - value);
    return Number.isNaN(change) ? Number.POSITIVE_INFINITY : change;
  });
  const isOther = (sample: number) => a.predicted?.[sample] !== b.predicted?.[sample];
  const all = Array.from(x.keys());
  const count = (from: boolean, to: boolean) =>
    isRightIn(a, 0) === null || isRightIn(b, 0) === null
      ? null
      : all.filter((sample) => isRightIn(a, sample) === from && isRightIn(b, sample) === to).length;
  return {
    a: x,
    b: y,
    changed: all
      .filter((sample) => size[sample] > 0 || isOther(sample))
      .sort((i, j) => (size[i] === size[j] ? i - j : size[j] - size[i])),
    becameRight: count(false, true),
    becameWrong: count(true, false),
    otherTargets: a.target && b.target ? all.filter((i) => a.target?.[i] !== b.target?.[i]).length : 0,
  };
}

/** Whether a sample is predicted right; undefined for one that is ignored, null where no sample has it. */
export function isRightIn({ target, predicted }: Run, sample: number): boolean | null | undefined {
  if (!target || !predicted) return null;
  return target[sample] < 0 ? undefined : target[sample] === predicted[sample];
}
