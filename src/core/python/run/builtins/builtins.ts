import * as l10n from '../../../l10n';
import { itemOf } from '../../torch/kernels/casts';
import { isModule, isParameter } from '../../torch/nn/moduleTree';
import { absoluteOf, roundHalfEven } from '../../torch/operations/mathOperations';
import { reprOf, strOf } from '../../torch/tensor/repr';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { truthOf } from '../../torch/tensor/truth';
import { DictView } from '../../values/dictionaries';
import { PySet } from '../../values/iterables';
import { Descriptor, PyClass, PyInstance } from '../../values/objects';
import { NotEvaluated, PythonError, typeError, valueError } from '../../values/pythonError';
import {
  type Args,
  Callable,
  ExceptionValue,
  GradFnValue,
  isNumber,
  ModuleInstance,
  PyDict,
  PyList,
  PyObject,
  PyRange,
  PySlice,
  PyTuple,
  typeNameOf,
  type Value,
} from '../../values/values';
import { formatOne } from '../expressions/formatting';
import { itemsOf, iterate, lengthOf } from '../expressions/iterate';
import { binaryOperation, comparison } from '../expressions/pythonOperators';
import { exceptionNames } from '../statements/exceptions';
import { attributeBuiltins } from './attributeBuiltins';
import type { BuiltinHost } from './builtinHost';
import { iteratorBuiltins } from './iteratorBuiltins';

const none = new Map<string, Value>();

/** Whether one of the values is as true as `wanted`; what follows is not asked for, as of a generator. */
function finds(context: TorchContext, values: Value, wanted: boolean): boolean {
  for (const value of iterate(context, values)) if (truthOf(value) === wanted) return true;
  return false;
}

/** Python's built-in functions and types that are evaluated, by name. */
export function builtins(host: BuiltinHost): ReadonlyMap<string, Callable> {
  const { context } = host;
  const items = (value: Value | undefined) => itemsOf(context, value ?? null);
  const functions: Readonly<Record<string, (args: Args) => Value>> = {
    ...iteratorBuiltins(host),
    ...attributeBuiltins(host),
    print: ({ positional, named }) => print(host, positional, named),
    len: ({ positional }) => {
      if (positional.length !== 1)
        throw typeError(`len() takes exactly one argument (${positional.length} given)`);
      return lengthOf(positional[0]);
    },
    abs: ({ positional: [x = null] }) => {
      if (x instanceof TorchTensor) return absoluteOf(context, x);
      if (!isNumber(x)) throw typeError(`bad operand type for abs(): '${typeNameOf(x)}'`);
      return typeof x === 'number' ? Math.abs(x) : BigInt(x) < 0n ? -BigInt(x) : BigInt(x);
    },
    sum: ({ positional: [values, start], named }) =>
      addends(context, values).reduce<Value>(
        (sum, one) => binaryOperation(context, '+', sum, one),
        start ?? named.get('start') ?? 0n,
      ),
    max: (args) => extreme(host, '>', args),
    min: (args) => extreme(host, '<', args),
    round: ({ positional: [x = null, digits = null] }) => round(x, digits),
    pow: ({ positional: [x = null, y = null] }) => binaryOperation(context, '**', x, y),
    divmod: ({ positional: [x = null, y = null] }) =>
      new PyTuple([binaryOperation(context, '//', x, y), binaryOperation(context, '%', x, y)]),
    sorted: ({ positional: [values], named }) => {
      // Sorted sets need no order, as long as no two are alike for the key.
      const all = values instanceof PySet && !named.has('key') ? values.unordered : items(values);
      return sorted(host, all, named);
    },
    any: ({ positional: [values] }) => finds(context, values ?? null, true),
    all: ({ positional: [values] }) => !finds(context, values ?? null, false),
    repr: ({ positional: [value = null] }) => reprOf(value),
    isinstance: ({ positional: [value = null, type = null] }) => isInstance(value, type),
    type: ({ positional: [value = null] }) => typeOf(value, all),
    range: ({ positional }) => range(positional),
    property: ({ positional: [of = null] }) => new Descriptor('property', of),
    staticmethod: ({ positional: [of = null] }) => new Descriptor('staticmethod', of),
    classmethod: ({ positional: [of = null] }) => new Descriptor('classmethod', of),
    ord: ({ positional: [x = null] }) => {
      if (typeof x !== 'string' || [...x].length !== 1)
        throw new NotEvaluated(l10n.t('{0}(…) of this', 'ord'));
      return BigInt(x.codePointAt(0) ?? 0);
    },
    chr: ({ positional: [x = null] }) => {
      if (typeof x !== 'bigint' || x < 0n || x > 0x10ffffn)
        throw new NotEvaluated(l10n.t('{0}(…) of this', 'chr'));
      return String.fromCodePoint(Number(x));
    },
    format: ({ positional: [x = null, spec = ''] }) => formatOne(x, String(spec)),
    slice: ({ positional }) => {
      const [lower, upper = null, step = null] = positional.length === 1 ? [null, ...positional] : positional;
      return new PySlice(lower ?? null, upper, step);
    },
    exit: () => {
      throw new PythonError('SystemExit', '');
    },
    quit: () => {
      throw new PythonError('SystemExit', '');
    },
  };
  const types: Readonly<Record<string, (args: Args) => Value>> = {
    float: ({ positional: [x = 0] }) => toFloat(x),
    int: ({ positional: [x = 0n] }) => toInt(x),
    bool: ({ positional: [x = false] }) => truthOf(x),
    str: ({ positional: [x = ''] }) => strOf(x),
    list: ({ positional: [x] }) => new PyList(x === undefined ? [] : [...items(x)]),
    tuple: ({ positional: [x] }) => new PyTuple(x === undefined ? [] : [...items(x)]),
    set: ({ positional: [x] }) => new PySet(elements(context, x)),
    frozenset: ({ positional: [x] }) => new PySet(elements(context, x), true),
    dict: ({ positional: [x], named }) => {
      const dict = new PyDict();
      if (x instanceof PyDict) for (const [key, value] of x.entries) dict.set(key, value);
      else if (x !== undefined) for (const pair of items(x)) setPair(context, dict, pair);
      for (const [key, value] of named) dict.set(key, value);
      return dict;
    },
  };
  const exceptions = exceptionNames.map((name): [string, Callable] => [
    name,
    new Callable(
      name,
      ({ positional }) => new ExceptionValue(name, positional.map(strOf).join(', ')),
      'type',
      true,
    ),
  ]);
  const all: ReadonlyMap<string, Callable> = new Map([
    ...exceptions,
    ...Object.entries(functions).map(([name, f]): [string, Callable] => [name, new Callable(name, f)]),
    ...Object.entries(types).map(([name, f]): [string, Callable] => [
      name,
      new Callable(name, f, 'type', true),
    ]),
  ]);
  for (const [name, value] of all) value.path = `builtins.${name}`;
  return all;
}

/** Whole numbers add up to the same in any order. */
function addends(context: TorchContext, value: Value | undefined): readonly Value[] {
  const isOfInts = value instanceof PySet && value.unordered.every((one) => typeof one === 'bigint');
  return isOfInts ? value.unordered : itemsOf(context, value ?? null);
}

/** The items of a set need no order to be put into another. */
function elements(context: TorchContext, value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value instanceof PySet ? value.unordered : itemsOf(context, value);
}

function setPair(context: TorchContext, dict: PyDict, pair: Value): void {
  const parts = itemsOf(context, pair);
  if (parts.length !== 2) throw new NotEvaluated(l10n.t('dict(…) of this'));
  dict.set(parts[0], parts[1]);
}

function print(host: BuiltinHost, values: readonly Value[], named: ReadonlyMap<string, Value>): null {
  const unknown = [...named.keys()].find((name) => !['sep', 'end', 'flush', 'file'].includes(name));
  if (unknown) throw typeError(`'${unknown}' is an invalid keyword argument for print()`);
  if (named.has('file')) throw new NotEvaluated('print(file=…)');
  const text = (name: string, otherwise: string) => {
    const value = named.get(name) ?? null;
    return typeof value === 'string' ? value : otherwise;
  };
  host.print(values.map(strOf).join(text('sep', ' ')) + text('end', '\n'));
  return null;
}

function extreme(host: BuiltinHost, operator: string, { positional, named }: Args): Value {
  const name = operator === '>' ? 'max' : 'min';
  const values = positional.length === 1 ? itemsOf(host.context, positional[0]) : positional;
  if (values.length === 0) {
    const otherwise = named.get('default');
    if (otherwise !== undefined) return otherwise;
    throw valueError(`${name}() arg is an empty sequence`);
  }
  const key = named.get('key');
  const keyOf = (value: Value) =>
    key === undefined || key === null ? value : host.call(key, { positional: [value], named: none });
  return values.reduce((best, one) =>
    truthOf(comparison(host.context, operator, keyOf(one), keyOf(best))) ? one : best,
  );
}

function sorted(host: BuiltinHost, values: readonly Value[], named: ReadonlyMap<string, Value>): PyList {
  const key = named.get('key') ?? null;
  const keyed = values.map((value) => ({
    value,
    key: key === null ? value : host.call(key, { positional: [value], named: none }),
  }));
  const sign = truthOf(named.get('reverse') ?? false) ? -1 : 1;
  keyed.sort((a, b) => {
    if (truthOf(comparison(host.context, '<', a.key, b.key))) return -sign;
    return truthOf(comparison(host.context, '<', b.key, a.key)) ? sign : 0;
  });
  return new PyList(keyed.map(({ value }) => value));
}

/** Python rounds the exact value of a float, half to even. */
function round(x: Value, digits: Value): Value {
  if (x instanceof TorchTensor) throw new NotEvaluated(l10n.t('round(…) of a tensor'));
  if (typeof x === 'bigint' || typeof x === 'boolean') return BigInt(x);
  if (typeof x !== 'number') throw typeError(`type ${typeNameOf(x)} doesn't define __round__ method`);
  if (digits === null) {
    if (!Number.isFinite(x)) throw valueError('cannot convert float NaN to integer');
    return BigInt(roundHalfEven(x));
  }
  const places = Number(digits);
  if (places < 0 || places > 100) throw new NotEvaluated(l10n.t('round(…) to this many digits'));
  // toFixed rounds the exact value too, but exact halves away from zero.
  const scaled = x * 2 ** 20;
  const isExactHalf =
    Number.isInteger(scaled) && Number.isInteger(x * 10 ** places * 2) && !Number.isInteger(x * 10 ** places);
  return isExactHalf ? roundHalfEven(x * 10 ** places) / 10 ** places : Number(x.toFixed(places));
}

function toFloat(x: Value): number {
  if (x instanceof TorchTensor) return Number(oneElement(x));
  if (isNumber(x)) return Number(x);
  if (typeof x !== 'string') {
    throw typeError(`float() argument must be a string or a real number, not '${typeNameOf(x)}'`);
  }
  const text = x.trim().toLowerCase();
  const special = /^([+-]?)(inf|infinity|nan)$/.exec(text);
  if (special) return (special[1] === '-' ? -1 : 1) * (special[2] === 'nan' ? Number.NaN : Infinity);
  if (!/^[+-]?(\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(e[+-]?\d+)?$/.test(text)) {
    throw valueError(`could not convert string to float: ${reprOf(x)}`);
  }
  return Number(text.replaceAll('_', ''));
}

function toInt(x: Value): bigint {
  const value = x instanceof TorchTensor ? oneElement(x) : x;
  if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'number') {
    if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(value))
      throw new PythonError('OverflowError', 'cannot convert float infinity to integer');
    return BigInt(Math.trunc(value));
  }
  if (typeof value === 'string') {
    if (/^\s*[+-]?\d+\s*$/.test(value)) return BigInt(value.trim().replace(/^\+/, ''));
    throw valueError(`invalid literal for int() with base 10: ${reprOf(value)}`);
  }
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeNameOf(value)}'`,
  );
}

function oneElement(tensor: TorchTensor): Value {
  if (tensor.numel === 1) return itemOf(tensor);
  if (tensor.library === 'numpy')
    throw typeError('only 0-dimensional arrays can be converted to Python scalars');
  throw valueError('only one element tensors can be converted to Python scalars');
}

function range(args: readonly Value[]): PyRange {
  const numbers = args.map((value) => {
    if (typeof value === 'bigint') return value;
    if (value instanceof TorchTensor && value.numel === 1) return BigInt(value.item());
    if (value instanceof TorchTensor) {
      throw typeError('only integer tensors of a single element can be converted to an index');
    }
    throw typeError(`'${typeNameOf(value)}' object cannot be interpreted as an integer`);
  });
  if (numbers.length === 0) throw typeError('range expected at least 1 argument, got 0');
  const [start, stop, step = 1n] = numbers.length === 1 ? [0n, numbers[0]] : numbers;
  if (step === 0n) throw valueError('range() arg 3 must not be zero');
  return new PyRange(start, stop, step);
}

/** Types that nothing evaluates a call of. */
const typeOnly = (name: string) =>
  new Callable(
    name,
    () => {
      throw new NotEvaluated(l10n.t('{0}(…) of this', name));
    },
    'type',
    true,
  );

function typeOf(value: Value, types: ReadonlyMap<string, Callable>): Value {
  if (value instanceof PyInstance) return value.type;
  if (value instanceof TorchTensor && value.library === 'torch')
    return typeOnly(value.isParameter ? 'torch.nn.parameter.Parameter' : 'torch.Tensor');
  if (value instanceof ModuleInstance) return typeOfModule(value);
  const isKnown =
    !(value instanceof PyObject) ||
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyDict ||
    value instanceof GradFnValue ||
    value instanceof ExceptionValue;
  if (!isKnown) {
    throw new NotEvaluated(l10n.t('type(…) of this'));
  }
  return types.get(typeNameOf(value)) ?? typeOnly(typeNameOf(value));
}

/** The class of a module, of which no more than its name is known. */
function typeOfModule({ typeName }: ModuleInstance): Callable {
  const refuse = () => {
    throw new NotEvaluated(l10n.t('{0}(…) of this', typeName));
  };
  return new Callable(typeName, refuse, 'type');
}

/** Whether it is of a class of `torch.nn`. */
function isOfModule(value: Value, name: string): boolean {
  if (name === 'Parameter') return isParameter(value);
  if (!isModule(value)) return false;
  return name === 'Module' || (value instanceof ModuleInstance && value.typeName === name);
}

function isInstance(value: Value, type: Value): boolean {
  if (type instanceof PyClass) return value instanceof PyInstance && value.type.isOrInherits(type);
  if (type instanceof PyTuple) return type.items.some((one) => isInstance(value, one));
  if (!(type instanceof Callable)) throw new NotEvaluated(l10n.t('isinstance(…) of this'));
  const name = typeNameOf(value);
  if (type.name === 'Tensor') return value instanceof TorchTensor && value.library === 'torch';
  const isOfLibrary = type.path?.startsWith('torch.nn.') && type.typeName === 'type';
  if (isOfLibrary) return isOfModule(value, type.name);
  if (!type.isType) throw new NotEvaluated(l10n.t('isinstance(…) of this'));
  return (
    type.name === name ||
    (type.name === 'int' && name === 'bool') ||
    (type.name === 'tuple' && value instanceof PyTuple && !(value instanceof DictView)) ||
    (type.name === 'dict' && value instanceof PyDict)
  );
}
