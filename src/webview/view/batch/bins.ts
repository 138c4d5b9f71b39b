import { bin } from 'd3-array';
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

/** The finite losses in bars of equal width with round limits. */
export function binsOf(losses: Float64Array): readonly Bin[] {
  const finite = losses.filter(Number.isFinite);
  if (finite.length === 0) return [];
  const [low, high] = [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
  if (low === high) return [{ from: low, to: high, count: finite.length, isLast: true }];
  const scale = scaleLinear([low, high], [0, 1]).nice(binCount);
  const [from, to] = scale.domain();
  const made = bin<number, number>().domain([from, to]).thresholds(scale.ticks(binCount))(finite);
  return made.map((one, index) => ({
    from: one.x0 ?? from,
    to: one.x1 ?? to,
    count: one.length,
    isLast: index === made.length - 1,
  }));
}

/** True for a loss that a bar counts. */
export function isIn(loss: number, { from, to, isLast }: Bin): boolean {
  return loss >= from && (loss < to || (isLast && loss === to));
}
