import type { LossName } from '../../lossUsage';
import type { ClassDefinition, FunctionDefinition, Lambda, Literal } from '../../syntax/ast';
import type { FileRange } from '../findings/codeFinding';
import type { When } from './when';

/**
 * What the values of a tensor are along its class axis. `scores` are raw values: the output of a linear or
 * convolution layer and what elementwise functions make of it. `sigmoid`: each in [0, 1] by itself. `blank`: zeros
 * that wait to be filled.
 */
export type TensorKind =
  | 'unknown'
  | 'scores'
  | 'probs'
  | 'sigmoid'
  | 'logProbs'
  | 'indices'
  | 'oneHot'
  | 'blank';

/** One step on the way of a value, the last one first. */
export interface Trail extends FileRange {
  readonly message: string;
  readonly previous: Trail | null;
}

/** The call (or the constructor of the module) that made probabilities or log-probabilities. */
export interface Activation extends FileRange {
  readonly name: 'softmax' | 'log_softmax' | 'sigmoid';
  /** How it is written: `F.softmax`, `nn.Softmax`. */
  readonly written: string;
  /** A module, whose constructor the range is; else a function or method call. */
  readonly isModule: boolean;
  /** Axis as written; null when it is not written, undefined when it is not known. */
  readonly dim: number | null | undefined;
  /** Where the axis is written, to be replaced. */
  readonly dimRange: FileRange | null;
  /** Number of axes of what it was applied to; null when not known. */
  readonly rank: number | null;
  /** The tensor it is applied to, in the text; null for modules. */
  readonly operand: FileRange | null;
  /** The last word of the name, to be replaced. */
  readonly word: FileRange;
  /** The call that applies it. */
  readonly applied: FileRange;
}

/** `log` of a softmax, that is better written as `log_softmax`. */
export interface LogOfSoftmax extends FileRange {
  readonly activation: Activation;
  /** The softmax stands inside of the call of `log`. */
  readonly isNested: boolean;
}

export interface TensorValue {
  readonly type: 'tensor';
  readonly kind: TensorKind;
  /** Number of axes; null when not known. */
  readonly rank: number | null;
  /** It has at least so many axes. */
  readonly minRank: number;
  readonly dtype: 'float' | 'int' | null;
  readonly activation: Activation | null;
  /** The class axis is still where the activation had it. */
  readonly isAxisKept: boolean;
  /** Exactly what the activation returned, not clamped or shifted since. */
  readonly isExact: boolean;
  readonly logOfSoftmax: LogOfSoftmax | null;
  /** Literals that all of it comes from, none of which requires grad; null when not known or something does. */
  readonly gradFree: readonly GradSource[] | null;
  /** (…, 1) */
  readonly isLastAxisOne: boolean;
  /** The classes are on the last axis for certain: the output of a linear layer. */
  readonly isLastAxisClasses: boolean;
  /** Several put together along the classes: nothing is said of it until it is reshaped. */
  readonly isJoined: boolean;
  /** Probabilities times something: what the classes sum to; null for anything else. */
  readonly total: number | null;
  readonly isLossResult: boolean;
  /** The call that made it, for mending a dtype: `torch.FloatTensor([0, 1])`, `F.one_hot(y)`. */
  readonly made: MadeBy | null;
  readonly trail: Trail | null;
}

export interface GradSource {
  readonly id: number;
  readonly call: FileRange;
  /** The word that the constructor is called by: `tensor`, `randn`, `FloatTensor`. */
  readonly word: FileRange;
  /** End of its last argument, where a further one goes. */
  readonly end: number;
  /** Where `requires_grad=False` has its value. */
  readonly requires: FileRange | null;
}

export interface MadeBy extends FileRange {
  readonly name: string;
  readonly word: FileRange;
  readonly operand: FileRange | null;
}

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
export type Cells = Map<string, Value>;

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
  readonly loss: LossName;
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
export const unknownTensor: TensorValue = {
  type: 'tensor',
  kind: 'unknown',
  rank: null,
  minRank: 0,
  dtype: null,
  activation: null,
  isAxisKept: false,
  isExact: false,
  logOfSoftmax: null,
  gradFree: null,
  isLastAxisOne: false,
  isLastAxisClasses: false,
  isJoined: false,
  total: null,
  isLossResult: false,
  made: null,
  trail: null,
};

export function constant(value: Literal, isFloat = false): ConstantValue {
  return { type: 'constant', value, isFloat };
}

/** A tensor of which nothing else is known but what is given. */
export function tensor(known: Partial<Omit<TensorValue, 'type'>>): TensorValue {
  return { ...unknownTensor, minRank: known.rank ?? 0, ...known };
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
