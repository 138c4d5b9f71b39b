import type { DType } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';
import { NotEvaluated, PythonError } from './pythonError';

/** A Python object; the plain values are JavaScript's: int is bigint, float is number, None is null. */
export abstract class PyObject {
  /** As in Python's messages: `list`, `Tensor`. */
  abstract readonly typeName: string;
  /** The first statement that was not evaluated and may have changed it; null while it is known. */
  unknownSince: TextRange | null = null;

  get isUnknown(): boolean {
    return this.unknownSince !== null;
  }

  /** Values that it may hold since something that was not evaluated was done with it. */
  mayHold: readonly (readonly Value[])[] = [];

  /** What of the snippet may run when something is done with it. */
  code: Code | null = null;

  /** True for what can be changed while it stays the same object. */
  get isMutable(): boolean {
    return false;
  }

  /** Values that it holds, for those that cannot be told from its class. */
  get held(): readonly Value[] {
    return [];
  }

  /** A text that is equal for equal keys of a dictionary; null for what cannot be one. */
  get key(): string | null {
    return `o${identityOf(this)}`;
  }
}

/** What is thrown where a value that is not known is used; the evaluator says which. */
export function notKnown(): NotEvaluated {
  return new NotEvaluated('', true);
}

export type Value = null | boolean | bigint | number | string | PyObject;

export class PyList extends PyObject {
  readonly typeName = 'list';
  constructor(private readonly list: Value[]) {
    super();
  }

  get items(): Value[] {
    if (this.isUnknown) throw notKnown();
    return this.list;
  }

  override get key(): null {
    return null;
  }

  override get isMutable(): boolean {
    return true;
  }

  /** What it held when it was last known. */
  override get held(): readonly Value[] {
    return this.list;
  }
}

export class PyTuple extends PyObject {
  readonly typeName: string = 'tuple';
  constructor(readonly items: readonly Value[]) {
    super();
  }

  override get held(): readonly Value[] {
    return this.items;
  }

  override get key(): string {
    return `(${this.items.map(keyOf).join()})`;
  }
}

/** `torch.Size`, which is a tuple of ints. */
export class TorchSize extends PyTuple {
  override readonly typeName = 'torch.Size';
  static of(shape: readonly number[]): TorchSize {
    return new TorchSize(shape.map(BigInt));
  }
}

/** `torch.return_types.max` and its kin: a tuple with named fields. */
export class NamedTuple extends PyTuple {
  override readonly typeName: string;
  constructor(
    name: string,
    readonly fields: readonly string[],
    items: readonly Value[],
  ) {
    super(items);
    this.typeName = name;
  }
}

export class PyDict extends PyObject {
  readonly typeName: string = 'dict';
  private readonly byKey = new Map<string, readonly [Value, Value]>();

  get(key: Value): Value | undefined {
    return this.known.get(keyOf(key))?.[1];
  }

  /** What stands for an entry that is asked for and is not there; undefined for an error. */
  missing(_key: Value): Value | undefined {
    return undefined;
  }

  set(key: Value, value: Value): void {
    const text = keyOf(key);
    this.known.set(text, [this.known.get(text)?.[0] ?? key, value]);
  }

  /** Returns what it held. */
  delete(key: Value): Value | undefined {
    const text = keyOf(key);
    const held = this.known.get(text)?.[1];
    this.known.delete(text);
    return held;
  }

  clear(): void {
    this.known.clear();
  }

  get size(): number {
    return this.known.size;
  }

  get entries(): readonly (readonly [Value, Value])[] {
    return [...this.known.values()];
  }

  override get key(): null {
    return null;
  }

  override get isMutable(): boolean {
    return true;
  }

  /** What it held when it was last known. */
  override get held(): readonly Value[] {
    return [...this.byKey.values()].flat();
  }

  private get known(): Map<string, readonly [Value, Value]> {
    if (this.isUnknown) throw notKnown();
    return this.byKey;
  }
}

/** A text that is equal for equal keys: equal numbers are one key, whatever their type. */
export function keyOf(key: Value): string {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'number') return Number.isInteger(key) ? `n${BigInt(key)}` : `n${key}`;
  if (typeof key === 'bigint' || typeof key === 'boolean') return `n${BigInt(key)}`;
  if (key === null) return 'None';
  if (key.isUnknown) throw notKnown();
  const text = key.key;
  if (text === null) throw new PythonError('TypeError', `unhashable type: '${key.typeName}'`);
  return text;
}

const identities = new WeakMap<PyObject, number>();
let identityCount = 0;

/** A number that no other object has. */
function identityOf(object: PyObject): number {
  const known = identities.get(object) ?? identityCount++;
  identities.set(object, known);
  return known;
}

export class PySlice extends PyObject {
  readonly typeName = 'slice';
  constructor(
    readonly lower: Value,
    readonly upper: Value,
    readonly step: Value,
  ) {
    super();
  }
}

export class PyRange extends PyObject {
  readonly typeName = 'range';
  constructor(
    readonly start: bigint,
    readonly stop: bigint,
    readonly step: bigint,
  ) {
    super();
  }

  get length(): number {
    const { start, stop, step } = this;
    const span = step > 0n ? stop - start : start - stop;
    const size = step > 0n ? step : -step;
    return span <= 0n ? 0 : Number((span + size - 1n) / size);
  }
}

export function listOfRange(range: PyRange): PyList {
  return new PyList(Array.from({ length: range.length }, (_, i) => range.start + BigInt(i) * range.step));
}

export class Ellipsis extends PyObject {
  readonly typeName = 'ellipsis';
}

export const ellipsis = new Ellipsis();

/** `torch.float32`, `np.float32` */
export class DTypeValue extends PyObject {
  readonly typeName = 'torch.dtype';
  constructor(
    readonly dtype: DType,
    readonly library: 'torch' | 'numpy',
  ) {
    super();
  }

  override get key(): string {
    return `d${this.library}.${this.dtype}`;
  }
}

/** `torch.device('cpu')`: everything is evaluated on the CPU. */
export class DeviceValue extends PyObject {
  readonly typeName = 'torch.device';
}

/** A module by its full name: `torch.nn.functional`. */
export class ModuleValue extends PyObject {
  readonly typeName = 'module';
  constructor(readonly path: string) {
    super();
  }
}

/** Arguments of a call. */
export interface Args {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

/** A function, a bound method, a class or an instance that can be called. */
export class Callable extends PyObject {
  /** Where it is found, as `torch.softmax` or `builtins.len`; null for those of the snippet and of other libraries. */
  path: string | null = null;
  /** The object that a method is bound to. */
  self: Value = null;
  /** Functions of a class. */
  members: ReadonlyMap<string, Value> = new Map();
  override get held(): readonly Value[] {
    return [this.self];
  }

  constructor(
    readonly name: string,
    readonly call: (args: Args) => Value,
    readonly typeName: string = 'builtin_function_or_method',
    /** Set for Python's own types, which are also functions. */
    readonly isType = false,
  ) {
    super();
  }
}

/** An instance of a module such as `nn.CrossEntropyLoss()`. */
export class ModuleInstance extends PyObject {
  /** Attributes that are saved with its parameters, though nothing trains them. */
  readonly buffers = new Set<string>();

  constructor(
    readonly typeName: string,
    /** What it prints between its brackets, before the modules that it holds. */
    readonly extra: string,
    readonly call: (args: Args) => Value,
    /** Options, parameters, buffers and modules. */
    readonly attributes: Map<string, Value>,
  ) {
    super();
    attributes.set('training', true);
  }

  override get isMutable(): boolean {
    return true;
  }

  override get held(): readonly Value[] {
    return [...this.attributes.values()];
  }
}

/** An exception that was caught or is to be raised. */
export class ExceptionValue extends PyObject {
  constructor(
    readonly typeName: string,
    readonly message: string,
  ) {
    super();
  }
}

/** `torch.Generator`, of which nothing is known but that it is one. */
export class GeneratorValue extends PyObject {
  readonly typeName = 'Generator';
}

/** `tensor.grad_fn` */
export class GradFnValue extends PyObject {
  constructor(readonly typeName: string) {
    super();
  }
}

/**
 * What an `Unknown` may be: `plain` is made by the libraries of data alone, and writes into nothing that it is given;
 * `code` runs what the snippet defines; `foreign` may be anything.
 */
export type UnknownKind = 'plain' | 'code' | 'foreign';

/** What a name holds that a statement which was not evaluated may have changed. */
export class Unknown extends PyObject {
  readonly typeName = 'unknown';

  constructor(
    /** What it held before, as it was then; null when that is not known either. */
    readonly before: Value,
    /** The statement. */
    readonly since: TextRange,
    readonly kind: UnknownKind = 'foreign',
    /** Values that it may be, hold, or look at. */
    private readonly reach: readonly Value[] = [],
    override readonly code: Code | null = null,
    /** What to call it where it was not told of yet, as what an import binds. */
    readonly label: string | null = null,
  ) {
    super();
    this.unknownSince = since;
  }

  override get held(): readonly Value[] {
    return this.reach;
  }
}

/** What running a piece of the snippet may get at. */
export interface Code {
  /** Values of the names that it mentions, as they are now. */
  readonly values: () => readonly Value[];
  /** Makes the names unknown that it binds outside of itself. */
  readonly rebind: (since: TextRange) => void;
}

export function isNumber(value: Value): value is boolean | bigint | number {
  return typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number';
}

/** Name of a value's type, as in `unsupported operand type(s) for +: 'int' and 'str'`. */
export function typeNameOf(value: Value): string {
  if (value === null) return 'NoneType';
  if (value instanceof PyObject) {
    if (value.isUnknown) throw notKnown();
    return value.typeName;
  }
  const names = { boolean: 'bool', bigint: 'int', number: 'float', string: 'str' } as const;
  return names[typeof value as keyof typeof names];
}
