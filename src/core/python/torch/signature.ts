import * as l10n from '../../l10n';
import { type DType, dtypes } from '../../tensor/dtype';
import { NotEvaluated, typeError } from '../values/pythonError';
import { type Args, DTypeValue, isNumber, PyList, PyTuple, typeNameOf, type Value } from '../values/values';
import { refused } from './refused';
import { TorchTensor } from './tensor/torchTensor';

interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isKeywordOnly: boolean;
  /** Takes all further positional arguments, or one tuple of them. */
  readonly isStarred: boolean;
}

/** An argument as it stands in a call; `stars` of `*list` and `**options`. */
interface WrittenArgument {
  readonly name: string | null;
  readonly stars: 0 | 1 | 2;
}

/**
 * How PyTorch words a call that does not fit: functions written in Python say less than those in C++, which list all of
 * their sets of parameters, but for those with a single one.
 */
export type Origin = 'python' | 'native' | 'single';

/** The parameters of a function, read from a text such as `input, dim=, *, dtype=`, and how to read a call by it. */
export class Signature {
  private read: readonly Parameter[] | null = null;

  constructor(
    readonly name: string,
    private readonly text: string,
    readonly origin: Origin = 'native',
  ) {}

  /** Read when they are first asked for: there are hundreds of functions, of which a text names a few. */
  private get parameters(): readonly Parameter[] {
    this.read ??= parametersOf(this.text);
    return this.read;
  }

  /** True when the first argument is a tensor. */
  get takesTensor(): boolean {
    return this.parameters[0]?.name === 'input';
  }

  get names(): readonly string[] {
    return this.parameters.map(({ name }) => name);
  }

  /** The names of the parameters that may not be left out. */
  get required(): readonly string[] {
    return this.parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.parameters.some((parameter) => parameter.name === name);
  }

  bind(args: Args): Bound {
    const values = new Map<string, Value>();
    let isSpread = false;
    let at = 0;
    for (const parameter of this.parameters) {
      if (parameter.isKeywordOnly || at >= args.positional.length) break;
      if (parameter.isStarred) {
        const rest = args.positional.slice(at);
        values.set(parameter.name, starred(rest));
        isSpread = values.get(parameter.name) !== rest[0];
        at = args.positional.length;
      } else values.set(parameter.name, args.positional[at++]);
    }
    if (at < args.positional.length) this.tooMany(args.positional.length);
    for (const [written, value] of args.named) {
      const name = this.parameterNamed(written);
      if (name === null) this.unexpected(written);
      else if (values.has(name)) throw typeError(`${this.name}() got multiple values for argument '${name}'`);
      else values.set(name, value);
    }
    this.checkRequired(values);
    return new Bound(
      this.name,
      this.parameters.map(({ name }) => name),
      values,
      isSpread,
      this.origin,
    );
  }

  /**
   * Which of some written arguments each parameter takes. Those that fit nowhere, or stand behind a `*list`, are left out
   * without a word.
   */
  place<T extends WrittenArgument>(args: readonly T[]): ReadonlyMap<string, readonly T[]> {
    const open = args.findIndex(({ stars }) => stars === 1);
    const sure = open < 0 ? args : args.slice(0, open);
    const positional = sure.filter(({ name, stars }) => name === null && stars === 0);
    const placed = new Map<string, readonly T[]>();
    let at = 0;
    for (const { name, isKeywordOnly, isStarred } of this.parameters) {
      if (isKeywordOnly || at >= positional.length) break;
      const end = isStarred ? positional.length : at + 1;
      placed.set(name, positional.slice(at, end));
      at = end;
    }
    for (const argument of args) {
      const name = argument.name === null ? null : this.parameterNamed(argument.name);
      if (name !== null && !placed.has(name)) placed.set(name, [argument]);
    }
    return placed;
  }

  /** NumPy's names of the same parameters are taken too. */
  private parameterNamed(written: string): string | null {
    const other: Readonly<Record<string, string>> = {
      axis: 'dim',
      keepdims: 'keepdim',
      x: 'input',
      a: 'input',
    };
    if (this.has(written)) return written;
    return Object.hasOwn(other, written) && this.has(other[written]) && this.origin !== 'python'
      ? other[written]
      : null;
  }

  private tooMany(given: number): never {
    if (this.origin !== 'python') throw refused(this.name);
    const positional = this.parameters.filter(({ isKeywordOnly }) => !isKeywordOnly);
    const self = this.name.includes('.') ? 1 : 0;
    const required = positional.filter(({ isRequired }) => isRequired).length + self;
    const most = positional.length + self;
    const takes = required === most ? `${most}` : `from ${required} to ${most}`;
    const noun = most === 1 ? 'argument' : 'arguments';
    throw typeError(`${this.name}() takes ${takes} positional ${noun} but ${given + self} were given`);
  }

  private unexpected(name: string): never {
    if (this.origin !== 'python') throw new NotEvaluated(l10n.t('{0}(…) with {1}=', this.name, name));
    throw typeError(`${this.name}() got an unexpected keyword argument '${name}'`);
  }

  private checkRequired(values: ReadonlyMap<string, Value>): void {
    const missing = this.parameters.filter(({ name, isRequired }) => isRequired && !values.has(name));
    if (missing.length === 0) return;
    if (this.origin === 'python') throw typeError(missingInPython(this.name, missing));
    const isWrong = this.takesTensor && values.has('input') && !(values.get('input') instanceof TorchTensor);
    if (this.origin !== 'single' || isWrong) throw refused(this.name);
    const following = this.parameters.slice(this.parameters.indexOf(missing[0]));
    throw typeError(missingInNative(this.name, following));
  }
}

function missingInPython(callee: string, missing: readonly Parameter[]): string {
  const names = missing.map(({ name }) => `'${name}'`);
  const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0];
  const noun = names.length > 1 ? 'arguments' : 'argument';
  return `${callee}() missing ${names.length} required positional ${noun}: ${list}`;
}

/** PyTorch names all that follow the first one that is missing, and has the plural the wrong way round. */
function missingInNative(callee: string, following: readonly Parameter[]): string {
  const names = following.flatMap(({ name, isRequired }) => (isRequired ? [`"${name}"`] : []));
  const noun = names.length > 1 ? 'argument' : 'arguments';
  return `${callee}() missing ${names.length} required positional ${noun}: ${names.join(', ')}`;
}

function parametersOf(text: string): readonly Parameter[] {
  let isKeywordOnly = false;
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (part === '*') {
        isKeywordOnly = true;
        return [];
      }
      const isStarred = part.startsWith('*');
      const name = part.replace(/^\*|=$/g, '');
      return [{ name, isRequired: !part.endsWith('=') && !isStarred, isKeywordOnly, isStarred }];
    });
}

function starred(values: readonly Value[]): Value {
  const [first] = values;
  if (values.length === 1 && (first instanceof PyList || first instanceof PyTuple)) return first;
  return new PyTuple(values);
}

/** The arguments of one call by the names of their parameters. */
export class Bound {
  constructor(
    private readonly callee: string,
    private readonly names: readonly string[],
    private readonly values: ReadonlyMap<string, Value>,
    /** Whether the starred parameter was given as several arguments, rather than as one list or tuple. */
    readonly isSpread: boolean,
    private readonly origin: Origin,
  ) {}

  /** Undefined when it was left out. */
  get(name: string): Value | undefined {
    return this.values.get(name);
  }

  has(name: string): boolean {
    const value = this.values.get(name);
    return value !== undefined && value !== null;
  }

  tensor(name: string): TorchTensor {
    const value = this.values.get(name) ?? null;
    if (value instanceof TorchTensor) return value;
    throw this.wrongType(name, 'Tensor');
  }

  bool(name: string, otherwise: boolean): boolean {
    const value = this.values.get(name);
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'boolean') return value;
    throw this.wrongType(name, 'bool');
  }

  int(name: string): number {
    const value = this.values.get(name) ?? null;
    if (typeof value === 'bigint') return Number(value);
    if (value instanceof TorchTensor && value.numel === 1) return value.item();
    throw this.wrongType(name, 'int');
  }

  intOr<T>(name: string, otherwise: T): number | T {
    return this.has(name) ? this.int(name) : otherwise;
  }

  number(name: string): number {
    const value = this.values.get(name) ?? null;
    if (isNumber(value)) return Number(value);
    if (value instanceof TorchTensor && value.numel === 1) return value.item();
    throw this.wrongType(name, 'Number');
  }

  numberOr<T>(name: string, otherwise: T): number | T {
    return this.has(name) ? this.number(name) : otherwise;
  }

  /** A tuple or list of ints, or a single int as a list of one. */
  ints(name: string): readonly number[] {
    const value = this.values.get(name) ?? null;
    if (typeof value === 'bigint') return [Number(value)];
    if (value instanceof PyList || value instanceof PyTuple) {
      return value.items.map((item) => {
        if (typeof item === 'bigint') return Number(item);
        if (item instanceof TorchTensor && item.numel === 1) return item.item();
        throw this.wrongType(name, 'tuple of ints');
      });
    }
    throw this.wrongType(name, 'tuple of ints');
  }

  intsOr<T>(name: string, otherwise: T): readonly number[] | T {
    return this.has(name) ? this.ints(name) : otherwise;
  }

  dtype(name: string): DType | null {
    if (!this.has(name)) return null;
    const dtype = toDType(this.values.get(name) ?? null);
    if (dtype) return dtype;
    throw this.wrongType(name, 'torch.dtype');
  }

  private wrongType(name: string, expected: string): Error {
    const value = this.values.get(name);
    const position = this.names.indexOf(name) + 1;
    if (this.origin !== 'single' || name !== 'input') return refused(this.callee);
    if (value === undefined) return new NotEvaluated(l10n.t('{0}(…) without {1}', this.callee, name));
    return typeError(
      `${this.callee}(): argument '${name}' (position ${position}) must be ${expected}, not ${typeNameOf(value)}`,
    );
  }
}

/** `torch.float32`, `np.float32`, `float`, `'float32'` */
export function toDType(value: Value): DType | null {
  if (value instanceof DTypeValue) return value.dtype;
  if (typeof value === 'string') return dtypes.find((dtype) => dtype === value) ?? null;
  return null;
}
