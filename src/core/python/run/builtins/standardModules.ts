import * as l10n from '../../../l10n';
import { copied } from '../../torch/kernels/casts';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, PyDict, PyList, PyObject, PyTuple, type Value } from '../../values/values';
import { itemsOf } from '../expressions/iterate';
import { binaryOperation } from '../expressions/pythonOperators';
import type { BuiltinHost } from './builtinHost';
import { collections } from './collections';
import { dataclasses } from './dataclasses';
import { progress } from './progress';

const noNames: ReadonlyMap<string, Value> = new Map();

/** Functions of Python's own modules that are evaluated, by their full name. */
export function standardFunctions(host: BuiltinHost): ReadonlyMap<string, Callable> {
  const functions: Readonly<Record<string, (args: Args) => Value>> = {
    'functools.partial': (args) => partial(host, args),
    'functools.reduce': ({ positional: [callee = null, values = null, ...start] }) =>
      [...start, ...itemsOf(host.context, values)].reduce((sum, value) =>
        host.call(callee, { positional: [sum, value], named: noNames }),
      ),
    ...collections(host.context),
    ...progress(host.context),
    ...dataclasses,
    'copy.copy': ({ positional: [value = null] }) => shallow(value),
    'copy.deepcopy': ({ positional: [value = null] }) => deep(value, new Map()),
    ...Object.fromEntries(
      Object.entries(operators).map(([name, operator]) => [
        `operator.${name}`,
        ({ positional: [a = null, b = null] }: Args) => binaryOperation(host.context, operator, a, b),
      ]),
    ),
  };
  return new Map(
    Object.entries(functions).map(([path, call]) => {
      const made = new Callable(path.slice(path.lastIndexOf('.') + 1), call);
      made.path = path;
      return [path, made];
    }),
  );
}

const operators = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
};

/** `partial(function, …)`: what is given later comes behind, or instead of the same name. */
function partial(host: BuiltinHost, { positional: [callee = null, ...first], named }: Args): Callable {
  const made = new Callable(
    'partial',
    (args) =>
      host.call(callee, {
        positional: [...first, ...args.positional],
        named: new Map([...named, ...args.named]),
      }),
    'functools.partial',
  );
  made.self = new PyTuple([callee, ...first, ...named.values()]);
  made.code = callee instanceof PyObject ? callee.code : null;
  return made;
}

function refused(): NotEvaluated {
  return new NotEvaluated(l10n.t('{0}(…) of this', 'copy'));
}

function shallow(value: Value): Value {
  if (value instanceof TorchTensor) {
    // Another tensor over the same memory.
    if (value.requiresGrad || value.base !== null || value.library === 'numpy') throw refused();
    return value.viewed(value.view);
  }
  if (value instanceof PyList) return new PyList([...value.items]);
  if (value instanceof PyDict) return dictOf(value.entries);
  if (value instanceof PyTuple || !(value instanceof PyObject)) return value;
  throw refused();
}

/** What is held twice is copied once. */
function deep(value: Value, done: Map<Value, Value>): Value {
  if (!(value instanceof PyObject)) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  const copy = deepOf(value, done);
  done.set(value, copy);
  return copy;
}

function deepOf(value: PyObject, done: Map<Value, Value>): Value {
  if (value instanceof TorchTensor) return deepTensor(value, done);
  if (value.constructor === PyTuple)
    return new PyTuple((value as PyTuple).items.map((item) => deep(item, done)));
  if (value instanceof PyList) {
    const list = new PyList([]);
    done.set(value, list);
    list.items.push(...value.items.map((item) => deep(item, done)));
    return list;
  }
  if (!(value instanceof PyDict)) throw refused();
  const dict = new PyDict();
  done.set(value, dict);
  for (const [key, item] of value.entries) dict.set(key, deep(item, done));
  return dict;
}

function deepTensor(value: TorchTensor, done: Map<Value, Value>): TorchTensor {
  const sharesMemory = [...done.keys()].some(
    (other) => other instanceof TorchTensor && other.memory === value.memory,
  );
  if (value.node || value.grad || !value.isContiguous || sharesMemory) throw refused();
  const copy = copied(value);
  copy.requiresGrad = value.requiresGrad;
  copy.isParameter = value.isParameter;
  return copy;
}

function dictOf(entries: PyDict['entries']): PyDict {
  const dict = new PyDict();
  for (const [key, value] of entries) dict.set(key, value);
  return dict;
}
