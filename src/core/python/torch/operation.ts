import type { Value } from '../values/values';
import type { Effect } from './effect';
import type { Bound, Origin } from './signature';
import { Signature } from './signature';
import type { TorchContext } from './tensor/torchContext';

/** Where an operation is found: a function of a module of PyTorch or NumPy, or a method of tensors or of arrays. */
export type Home =
  | 'torch'
  | 'F'
  | 'special'
  | 'linalg'
  | 'sparse'
  | 'autograd'
  | 'cuda'
  | 'random'
  | 'init'
  | 'utils'
  | 'rnn'
  | 'method'
  | 'numpy'
  | 'array';

export type Run = (context: TorchContext, args: Bound) => Value;

/** One function of tensors: where it is, what it takes, what the checker makes of it and what it computes. */
export interface Operation {
  readonly name: string;
  readonly homes: readonly Home[];
  readonly signature: Signature;
  /** Null where the checker knows nothing of the result. */
  readonly effect: Effect | null;
  /** Null where it is not evaluated. */
  readonly run: Run | null;
  /** It makes other values at every call, and is not evaluated for that. */
  readonly isRandom: boolean;
}

/**
 * A row: `homes` separated by blanks, parameters as `input, dim=, *, dtype=` (those with `=` may be left out). A method is
 * also found with a `_` at its end, for the operation in place.
 */
export function operation(
  name: string,
  homes: string,
  parameters: string,
  effect: Effect | null,
  run: Run | null = null,
  origin: Origin = 'native',
): Operation {
  return {
    name,
    homes: homes.split(' ') as Home[],
    signature: new Signature(name, parameters, origin),
    effect,
    run,
    isRandom: false,
  };
}

/** A row for what makes other values at every call. */
export function randomOperations(
  names: string,
  homes: string,
  parameters: string,
  effect: Effect | null,
): readonly Operation[] {
  return operationsOf(names, homes, parameters, effect).map((one) => ({ ...one, isRandom: true }));
}

/** Rows that differ by their names alone: `names` separated by blanks. */
export function operationsOf(
  names: string,
  homes: string,
  parameters: string,
  effect: Effect | null,
  run: (name: string) => Run | null = () => null,
): readonly Operation[] {
  return names.split(' ').map((name) => operation(name, homes, parameters, effect, run(name)));
}
