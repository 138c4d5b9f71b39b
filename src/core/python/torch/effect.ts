/**
 * What an operation makes of the abstract values that the checker follows, in a word and what the word needs. `check/effects` says what
 * each does; arguments are read by the names of the row's parameters.
 */
export type Effect =
  /** The same values: `clone()`, dropout. */
  | 'keeps'
  /** The same values, and the tensor is asked for gradients. */
  | 'requires-grad'
  /** Raw scores of raw scores, of anything else values of which nothing is known. */
  | 'elementwise'
  /** Values of which nothing is known, of the same shape. */
  | 'unlike'
  /** True or false, of the same shape. */
  | 'compares'
  /** A tensor of which nothing is known. */
  | 'unknown'
  /** No tensor: `item()`. */
  | 'python'
  | 'log'
  | 'exp'
  /** Positive numbers. */
  | 'softplus'
  | 'log-sum-exp'
  /** The same values within bounds. */
  | 'clamps'
  /** Fewer axes; of raw scores these are such again. */
  | 'reduces'
  | 'negates'
  /** `max` and `min`: values, and indices when there is a `dim`. */
  | 'extremum'
  /** Values and indices in order. */
  | 'orders'
  /** Class indices, one for each row along an axis. */
  | 'indices'
  /** Indices of the same shape: `argsort`. */
  | 'positions'
  | 'one-hot'
  /** `scatter_(1, index, 1)` */
  | 'scatters'
  /** Raw scores where all of `input` and `other` are. */
  | 'picks'
  /** Positions along an axis. */
  | 'chooses'
  /** A tuple of parts. */
  | 'parts'
  | Casts
  | Scores
  | Recurs
  | Activates
  | Arithmetic
  | MatrixProduct
  | Reshapes
  | Joins
  | Creates;

/** To floating point or to whole numbers; null where the arguments say it. */
export interface Casts {
  readonly does: 'casts';
  readonly dtype: 'float' | 'int' | null;
}

/** Raw scores whatever goes in. */
export interface Scores {
  readonly does: 'scores';
  readonly by: 'linear' | 'convolution' | 'embedding' | 'other';
}

/** Raw scores of a recurrent layer or of attention, which returns several things. */
export interface Recurs {
  readonly does: 'recurs';
  readonly returns: 'output-and-state' | 'output-and-two-states' | 'two-states' | 'output-and-weights';
}

/** `isPlain`: its name and arguments are those of the function that it is named for, so that one can be written for the other. */
export interface Activates {
  readonly does: 'activates';
  readonly name: 'softmax' | 'log_softmax' | 'sigmoid';
  /** What a `dim` that is not given means; null where PyTorch guesses, which it warns about. */
  readonly dim: number | null;
  readonly isPlain: boolean;
}

export interface Arithmetic {
  readonly does: 'arithmetic';
  readonly operator: '+' | '-' | '*' | '/' | '//' | '%' | '**';
}

/** `left @ right` by the names of the parameters; `rank` of the product where it is always the same. */
export interface MatrixProduct {
  readonly does: 'matmul';
  readonly left: string;
  readonly right: string;
  readonly rank: number | null;
}

/** The same values with other axes. */
export interface Reshapes {
  readonly does: 'reshapes';
  readonly to:
    | 'sizes'
    | 'like-other'
    | 'as-many-as-sizes'
    | 'permuted'
    | 'flat'
    | 'flattened'
    | 'flattened-samples'
    | 'unsqueezed'
    | 'squeezed'
    | 'exchanged';
}

export interface Joins {
  readonly does: 'joins';
  readonly isStack: boolean;
}

/** A tensor from nothing or from numbers. */
export interface Creates {
  readonly does: 'creates';
  readonly from: 'data' | 'shared-data' | 'array' | 'typed-data' | 'sizes' | 'like' | 'count';
  readonly values: 'written' | 'zeros' | 'filled' | 'identity' | 'normal' | 'indices' | 'other';
  /** The family of its dtype where the call does not say it; null where the values decide. */
  readonly dtype: 'float' | 'int' | null;
}

type Detailed = Exclude<Effect, string>;

/** The effect with what its word needs, where the word is this one; null where it is another. */
export function detailsOf<Does extends Detailed['does']>(
  effect: Effect | null,
  does: Does,
): Extract<Detailed, { readonly does: Does }> | null {
  const isThis = effect !== null && typeof effect === 'object' && effect.does === does;
  return isThis ? (effect as Extract<Detailed, { readonly does: Does }>) : null;
}
