import type { Value } from '../values/values';
import type { Bound, Origin } from './signature';
import { Signature } from './signature';
import type { TorchContext } from './tensor/torchContext';

/** Where an operation is found: a function of a module, or a method of tensors. */
export type Home = 'torch' | 'F' | 'method' | 'numpy' | 'array';

/** One function of tensors, under all its names. */
export interface Operation {
  readonly name: string;
  readonly homes: readonly Home[];
  readonly signature: Signature;
  readonly run: (context: TorchContext, args: Bound) => Value;
}

/**
 * An operation: `homes` separated by blanks, parameters as `input, dim=, *, dtype=` (those with `=` may be left out).
 */
export function operation(
  name: string,
  homes: string,
  parameters: string,
  run: Operation['run'],
  origin: Origin = 'native',
): Operation {
  return { name, homes: homes.split(' ') as Home[], signature: new Signature(name, parameters, origin), run };
}
