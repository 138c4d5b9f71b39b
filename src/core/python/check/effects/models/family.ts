import type { Interpreter } from '../../follow/interpreter';
import type { TensorValue } from '../../values/tensorValue';
import type { GivenArgument, TorchValue, Value } from '../../values/value';

/** Models or layers of libraries that return the same things. */
export interface Family {
  /** True for a call that makes one, by full name and arguments. */
  readonly makes: (path: string, args: readonly GivenArgument[]) => boolean;
  /** The classes are on the last axis of its raw scores for certain. */
  readonly areClassesLast: boolean;
  /** The attributes that may hold its last layer. */
  readonly heads: readonly string[];
  readonly returns: (returned: Returned) => Value;
}

/** What a call of a model returns is made from. */
export interface Returned {
  readonly run: Interpreter;
  readonly model: TorchValue;
  /** What the last layer makes; raw scores unless the program replaced it. */
  readonly scores: Value;
  /** What the model itself makes without the layer that the program put in its place. */
  readonly raw: TensorValue;
  /** The arguments of the call. */
  readonly args: readonly GivenArgument[];
}
