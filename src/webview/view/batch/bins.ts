import { bin, bisectRight } from 'd3-array';
import { scaleLinear } from 'd3-scale';

/** A bar of a histogram: losses in [from, to), the last one with its end. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly isLast: boolean;
}

/** About as many bars as a narrow panel has room for. */
const binCount = 20;

/** How the losses of the samples that count are spread. */
export interface Spread {
  /** The finite ones in bars of equal width with round limits. */
  readonly bins: readonly Bin[];
  /** The others too. */
  readonly count: number;
}

/** Losses that are looked at between two pauses. */
const lossesAtOnce = 8192;

/** The spread of the losses of all samples but those that are ignored, in steps. */
export function* spreadOf(
  losses: Float64Array,
  isIgnored: (sample: number) => boolean,
): Generator<void, Spread> {
  let [count, finite, low, high] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let sample = 0; sample < losses.length; sample++) {
    if (sample % lossesAtOnce === 0) yield;
    if (isIgnored(sample)) continue;
    count++;
    const loss = losses[sample];
    if (!Number.isFinite(loss)) continue;
    finite++;
    if (loss < low) low = loss;
    if (loss > high) high = loss;
  }
  if (finite === 0) return { bins: [], count };
  if (low === high) return { bins: [{ from: low, to: high, count: finite, isLast: true }], count };
  const scale = scaleLinear([low, high], [0, 1]).nice(binCount);
  const [from, to] = scale.domain();
  const bars = bin<number, number>().domain([from, to]).thresholds(scale.ticks(binCount))([]);
  const limits = bars.slice(1).map(({ x0 }) => x0 ?? from);
  const counts = bars.map(() => 0);
  for (let sample = 0; sample < losses.length; sample++) {
    if (sample % lossesAtOnce === 0) yield;
    const loss = losses[sample];
    if (Number.isFinite(loss) && !isIgnored(sample)) counts[bisectRight(limits, loss)]++;
  }
  const bins = bars.map(({ x0 = from, x1 = to }, index) => ({
    from: x0,
    to: x1,
    count: counts[index],
    isLast: index === bars.length - 1,
  }));
  return { bins, count };
}

/** True for a loss that a bar counts. */
export function isIn(loss: number, { from, to, isLast }: Bin): boolean {
  return loss >= from && (loss < to || (isLast && loss === to));
}
