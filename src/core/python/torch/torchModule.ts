import type { Value } from '../values/values';
import type { Effect } from './effect';
import type { Operation } from './operation';
import { Signature } from './signature';
import type { TorchContext } from './tensor/torchContext';
import type { TorchTensor } from './tensor/torchTensor';

/** A class of `torch.nn` whose instances are applied to tensors. */
export interface TorchModule {
  readonly name: string;
  /** Of its constructor. */
  readonly signature: Signature;
  /** What an instance makes of a tensor; its arguments are those of the constructor. */
  readonly effect: Effect | null;
  /** The function that an instance applies with its options; null where that is not evaluated. */
  readonly applies: Operation | null;
  /** What an option is that is not given, where the function would take another. */
  readonly defaults: Readonly<Record<string, Value>>;
  /** The options that it prints, all or those that have a default. */
  readonly prints: readonly string[];
  /** Those of them that are as usual, and are left out. */
  readonly hides: (options: Options) => readonly string[];
  /** How many of those stand without their names. */
  readonly barePrints: number;
  /** What it makes of its options, as it prints, holds and applies them. */
  readonly settles: (options: Options) => Options;
  /** What it holds besides its options when it is made: tensors that train, and buffers. */
  readonly holds: ((context: TorchContext, options: Options) => Holdings) | null;
}

/** Tensors of a layer by their names, null for one that it goes without, in the order in which they are made. */
export interface Holdings {
  readonly parameters: Readonly<Record<string, TorchTensor | null>>;
  readonly buffers?: Readonly<Record<string, TorchTensor | null>>;
}

/** Options by their names; None for those that are not given and have no default. */
export type Options = ReadonlyMap<string, Value>;

/** The function of `torch.nn.functional` among some operations. */
export function functionNamed(operations: readonly Operation[], name: string): Operation {
  const found = operations.find((one) => one.name === name && one.homes.includes('F'));
  if (!found) throw new RangeError(`no function ${name}`);
  return found;
}

/** A row: parameters of the constructor as `in_features, bias=`. */
export function torchModule(name: string, parameters: string, made: Partial<TorchModule>): TorchModule {
  const signature = new Signature(`${name}.__init__`, parameters, 'python');
  return {
    name,
    signature,
    effect: null,
    applies: null,
    defaults: {},
    prints: [],
    hides: () => [],
    barePrints: 0,
    settles: (options) => options,
    holds: null,
    ...made,
  };
}
