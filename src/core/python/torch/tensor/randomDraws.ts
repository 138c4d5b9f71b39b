import * as l10n from '../../../l10n';
import { NotEvaluated } from '../../values/pythonError';
import { makeNormal, vectorLength } from './normalVectors';
import type { RandomGenerator } from './randomGenerator';

/** The dtypes in which random numbers are drawn here. */
export type DrawnType = 'float32' | 'float64';

/** Uniform numbers in [from, to), one after the other. */
export function uniforms(
  random: RandomGenerator,
  count: number,
  dtype: DrawnType,
  [from, to]: readonly [from: number, to: number] = [0, 1],
): Float64Array {
  const round = dtype === 'float32' ? Math.fround : (x: number) => x;
  const [low, width] = [round(from), round(round(to) - round(from))];
  return Float64Array.from({ length: count }, () => round(random.uniform(dtype) * width + low));
}

/**
 * Numbers of the normal distribution in float32: from 16 on by vectors, of which the last one is drawn anew where it is
 * cut. Those of float64 hang on the last digits of the processor's own logarithms.
 */
export function normals(
  random: RandomGenerator,
  count: number,
  dtype: DrawnType,
  [mean, deviation]: readonly [mean: number, deviation: number] = [0, 1],
): Float64Array {
  if (dtype !== 'float32') throw new NotEvaluated(l10n.t('{0}(…) of another dtype', 'torch.randn'));
  const round = Math.fround;
  // One by one they are scaled before they are rounded.
  if (count < vectorLength)
    return Float64Array.from({ length: count }, () => round(random.normal() * deviation + mean));
  const data = uniforms(random, count, dtype);
  for (let at = 0; at + vectorLength <= count; at += vectorLength) makeNormal(data, at);
  if (count % vectorLength > 0) {
    data.set(uniforms(random, vectorLength, dtype), count - vectorLength);
    makeNormal(data, count - vectorLength);
  }
  return data.map((x) => round(x * round(deviation) + round(mean)));
}

/** The numbers below `count`, each of which changes places with one of those behind it. */
export function permutation(random: RandomGenerator, count: number): Float64Array {
  const numbers = Float64Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < count - 1; i++) {
    const other = i + (random.next32() % (count - i));
    [numbers[i], numbers[other]] = [numbers[other], numbers[i]];
  }
  return numbers;
}
