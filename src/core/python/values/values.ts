import type { DType } from '../../tensor/dtype';
import type { TextRange } from '../../textRange';
import { PythonError } from './pythonError';

/** A Python object; the plain values are JavaScript's: int is bigint, float is number, None is null. */
export abstract class PyObject {
  /** As in Python's messages: `list`, `Tensor`. */
  abstract readonly typeName: string;
}

export type Value = null | boolean | bigint | number | string | PyObject;

export class PyList extends PyObject {
  readonly typeName = 'list';
  constructor(private readonly held: Value[]) {
    super();
  }

  get items(): Value[] {
    return this.held;
  }
}

export class PyTuple extends PyObject {
  readonly typeName: string = 'tuple';
  constructor(readonly items: readonly Value[]) {
    super();
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
  readonly typeName = 'dict';
  /** By a text that equals for equal keys. */
  private readonly byKey = new Map<string, readonly [Value, Value]>();

  get(key: Value): Value | undefined {
    return this.byKey.get(keyText(key))?.[1];
  }

  set(key: Value, value: Value): void {
    const text = keyText(key);
    this.byKey.set(text, [this.byKey.get(text)?.[0] ?? key, value]);
  }

  get entries(): readonly (readonly [Value, Value])[] {
    return [...this.byKey.values()];
  }
}

/** Equal numbers are one key, whatever their type. */
function keyText(key: Value): string {
  if (key instanceof PyTuple) return `(${key.items.map(keyText).join()})`;
  if (typeof key === 'bigint' || typeof key === 'boolean' || typeof key === 'number')
    return `n${Number(key)}`;
  if (key instanceof PyList || key instanceof PyDict) {
    throw new PythonError('TypeError', `unhashable type: '${key.typeName}'`);
  }
  return typeof key === 'string' ? `s${key}` : String(key);
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
  constructor(
    readonly typeName: string,
    readonly text: string,
    readonly call: (args: Args) => Value,
    readonly attributes: ReadonlyMap<string, Value>,
  ) {
    super();
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

/** `tensor.grad_fn` */
export class GradFnValue extends PyObject {
  constructor(readonly typeName: string) {
    super();
  }
}

/** What a name holds that a statement which was not evaluated may have changed. */
export class Unknown extends PyObject {
  readonly typeName = 'unknown';
  constructor(
    /** What it held before, as it was then; null when that is not known either. */
    readonly before: Value,
    /** The statement. */
    readonly since: TextRange,
  ) {
    super();
  }
}

export function isNumber(value: Value): value is boolean | bigint | number {
  return typeof value === 'boolean' || typeof value === 'bigint' || typeof value === 'number';
}

/** Name of a value's type, as in `unsupported operand type(s) for +: 'int' and 'str'`. */
export function typeNameOf(value: Value): string {
  if (value === null) return 'NoneType';
  if (value instanceof PyObject) return value.typeName;
  const names = { boolean: 'bool', bigint: 'int', number: 'float', string: 'str' } as const;
  return names[typeof value as keyof typeof names];
}
