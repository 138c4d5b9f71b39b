import { classDimOf } from '../../tensor/shape';
import type { LossKey } from '../lossKeys';
import type { Reduction } from '../lossTypes';
import type { LossArguments } from '../torchFailure';

/** A call whose formula is wanted, with the defaults filled in. */
export interface FormulaCall {
  readonly loss: LossKey;
  readonly args: LossArguments;
  readonly ignoreIndex: number;
  /** In [0, 1]. */
  readonly labelSmoothing: number;
  readonly reduction: Reduction;
  readonly hasProbabilities: boolean;
}

/** Subscripts of a sample in the unreduced loss: `[]` for (C), `[n]` for (N, C), `[n, d1…]` for more dimensions. */
export function samplePosition(inputShape: readonly number[], sample: number): readonly number[] {
  const shape = inputShape.filter((_, dim) => dim !== classDimOf(inputShape));
  const position = new Array<number>(shape.length);
  let rest = sample;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    position[dim] = rest % shape[dim];
    rest = Math.floor(rest / shape[dim]);
  }
  return position;
}

/** `symbol_{n,d1}`, or the bare symbol for a sample without position. */
export function texIndexed(symbol: string, subscripts: readonly (string | number)[]): string {
  return subscripts.length === 0 ? symbol : `${symbol}_{${subscripts.join(',')}}`;
}

/** Letters for the position of any sample: `n`, then `d_1`, `d_2`, … */
export function generalPosition(inputShape: readonly number[]): readonly string[] {
  if (inputShape.length <= 1) return [];
  return ['n', ...inputShape.slice(2).map((_, i) => (inputShape.length === 3 ? 'd' : `d_${i + 1}`))];
}

/** Subscripts of an element: the class stands second, or alone for (C). */
export function withClass(
  position: readonly (string | number)[],
  classSubscript: string | number,
): readonly (string | number)[] {
  return [...position.slice(0, 1), classSubscript, ...position.slice(1)];
}
