import type { TorchContext } from '../../torch/tensor/torchContext';
import type { Args, Value } from '../../values/values';

/** What the built-in functions need from the run. */
export interface BuiltinHost {
  readonly context: TorchContext;
  readonly print: (text: string) => void;
  readonly call: (callee: Value, args: Args) => Value;
  /** `object.name`, with Python's error when there is none. */
  readonly attribute: (object: Value, name: string) => Value;
}
