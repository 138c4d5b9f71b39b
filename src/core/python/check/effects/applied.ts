import type { FileRange } from '../findings/codeFinding';
import type { Interpreter } from '../follow/interpreter';
import type { CallSite } from '../values/callSite';
import type { TensorValue } from '../values/tensorValue';
import type { Single, TorchValue } from '../values/value';
import type { Given } from './given';

/** An operation or a module applied to a tensor, with the arguments of its call or of its constructor. */
export interface Applied {
  readonly run: Interpreter;
  /** Of the operation or the class. */
  readonly name: string;
  /** The first argument as it is, and as the tensor that it must be. */
  readonly subject: Single;
  readonly x: TensorValue;
  readonly given: Given;
  /** The tensor as written; null where it is not. */
  readonly operand: FileRange | null;
  readonly site: CallSite;
  /** The module that is applied; null for functions and methods. */
  readonly module: TorchValue | null;
}
