import type { ClassDefinition, FunctionDefinition, Lambda, Literal } from '../../syntax/ast';
import type { CheckedLoss } from '../../torch/checkedLosses';
import type { FileRange } from '../findings/codeFinding';
import type { TensorValue } from './tensorValue';
import type { Trail } from './trailStep';
import type { When } from './when';

export interface UnknownValue {
  readonly type: 'unknown';
  /** Names the quantity wherever it is the same one; null when it can be anything each time. */
  readonly symbol: string | null;
  /** Given for a parameter that is None by default, and so something else; false for nothing known of it. */
  readonly isGiven?: boolean;
}

export interface ConstantValue {
  readonly type: 'constant';
  readonly value: Literal;
  /** A number written with a point or an exponent. */
  readonly isFloat: boolean;
}

/** `rest`: further items, any number of them, each like this. `tail`: what follows those. */
export interface TupleValue {
  readonly type: 'tuple';
  readonly items: readonly Value[];
  readonly rest: Value | null;
  readonly tail: readonly Value[];
}

/** What can be changed in place. Its content is under keys in `cells`, written through the heap only. */
export interface Cells extends Map<string, Value> {
  /** When it was made, by the heap's clock; without it, before all that the heap can go back to. */
  born?: number;
}

/** A list: its present items are the tuple under `items`. */
export interface ListValue {
  readonly type: 'list';
  readonly cells: Cells;
}

/** A dictionary: keys of strings and numbers by `keyOf`; `rest` for what is not known by key. */
export interface DictValue {
  readonly type: 'dict';
  readonly cells: Cells;
}

export interface FunctionValue {
  readonly type: 'function';
  readonly definition: FunctionDefinition | Lambda;
  readonly name: string;
  readonly path: string;
  readonly scopes: readonly Cells[];
  readonly defaults: ReadonlyMap<string, Value>;
  /** The class whose body defines it. */
  readonly owner: ClassValue | null;
  readonly binding: 'plain' | 'static' | 'class' | 'property';
  /** Behind a decorator that is not known. */
  readonly isWrapped: boolean;
}

/** A function with its first arguments given: a method, or `functools.partial`. */
export interface BoundValue {
  readonly type: 'bound';
  readonly target: Value;
  readonly args: readonly GivenArgument[];
}

/** An argument of a call, with the place where it is written. */
export interface GivenArgument extends FileRange {
  readonly name: string | null;
  readonly stars: 0 | 1 | 2;
  readonly value: Value;
}

export interface ClassValue {
  readonly type: 'class';
  readonly definition: ClassDefinition;
  readonly path: string;
  readonly bases: readonly Value[];
  readonly cells: Cells;
}

export interface InstanceValue {
  readonly type: 'instance';
  readonly id: number;
  readonly of: ClassValue;
  /** The part that a class of the library makes of it: `nn.Sequential`, `nn.NLLLoss`; null for others. */
  readonly base: TorchValue | LossValue | null;
  readonly cells: Cells;
}

/** A module of torch: `name` is that of its class. Children of containers are the tuple under `children`. */
export interface TorchValue extends FileRange {
  readonly type: 'torch';
  readonly name: string;
  readonly args: readonly GivenArgument[];
  readonly word: FileRange;
  readonly written: string;
  readonly cells: Cells;
}

export interface LossValue extends FileRange {
  readonly type: 'loss';
  readonly loss: CheckedLoss;
  readonly args: readonly GivenArgument[];
  /** The last word of its name: `NLLLoss`. */
  readonly word: FileRange;
  /** `nn.NLLLoss` */
  readonly written: string;
  readonly trail: Trail | null;
}

/** Something of a library, by its full name: `torch.nn.functional`, `builtins.len`. */
export interface ExternValue {
  readonly type: 'extern';
  readonly path: string;
}

/** A method of something that is not an instance of a class of the program. */
export interface MethodValue {
  readonly type: 'method';
  readonly object: Value;
  readonly name: string;
  readonly word: FileRange;
}

/** A file of the workspace as a module. */
export interface FileValue {
  readonly type: 'file';
  readonly path: string;
  readonly cells: Cells;
}

export interface SuperValue {
  readonly type: 'super';
  readonly after: ClassValue;
  readonly self: InstanceValue;
}

/** One of several values. */
export interface Alternative {
  readonly value: Single;
  readonly when: When;
  /** The model of several that it comes from. */
  readonly model: InstanceValue | null;
}

export interface ChoiceValue {
  readonly type: 'choice';
  readonly alternatives: readonly Alternative[];
}

export type Single =
  | TensorValue
  | UnknownValue
  | ConstantValue
  | TupleValue
  | ListValue
  | DictValue
  | FunctionValue
  | BoundValue
  | ClassValue
  | InstanceValue
  | TorchValue
  | LossValue
  | ExternValue
  | MethodValue
  | FileValue
  | SuperValue;

export type Value = Single | ChoiceValue;

export const unknown: UnknownValue = { type: 'unknown', symbol: null };
export const none: ConstantValue = { type: 'constant', value: null, isFloat: false };
export function constant(value: Literal, isFloat = false): ConstantValue {
  return { type: 'constant', value, isFloat };
}

export function tuple(
  items: readonly Value[],
  rest: Value | null = null,
  tail: readonly Value[] = [],
): TupleValue {
  return { type: 'tuple', items, rest, tail };
}

export function list(content: TupleValue): ListValue {
  return { type: 'list', cells: new Map([['items', content]]) };
}

/** The items of a list or tuple as they are now. */
export function itemsOf(value: Value): TupleValue | null {
  if (value.type === 'tuple') return value;
  const items = value.type === 'list' ? value.cells.get('items') : null;
  return items?.type === 'tuple' ? items : null;
}
