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

/** Samples in the order of a table, only those of a bar where one is chosen; nan counts as the largest loss. */
export function orderOf(
  losses: Float64Array,
  order: 'worst' | 'index',
  chosen: Bin | null,
): readonly number[] {
  const all = Array.from(losses.keys()).filter((sample) => chosen === null || isIn(losses[sample], chosen));
  if (order === 'index') return all;
  const rank = (sample: number) => (Number.isNaN(losses[sample]) ? Number.POSITIVE_INFINITY : losses[sample]);
  return all.sort((a, b) => rank(b) - rank(a) || a - b);
}

function isIn(loss: number, { from, to, isLast }: Bin): boolean {
  return loss >= from && (loss < to || (isLast && loss === to));
}

/** L2 norm of each sample's gradient, in the order of the samples. */
export function gradNorms(
  gradient: Float64Array,
  {
    count,
    numClasses,
    offsetOf,
  }: { count: number; numClasses: number; offsetOf(sample: number, klass: number): number },
): Float64Array {
  return Float64Array.from({ length: count }, (_, sample) => {
    let sum = 0;
    for (let klass = 0; klass < numClasses; klass++) sum += gradient[offsetOf(sample, klass)] ** 2;
    return Math.sqrt(sum);
  });
}
