import * as l10n from '../../../l10n';
import { reprOf } from '../../torch/tensor/repr';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { Counter, DictView, OrderedDict } from '../../values/dictionaries';
import { PySet } from '../../values/iterables';
import { NotEvaluated, PythonError, typeError, valueError } from '../../values/pythonError';
import { Callable, NamedTuple, PyDict, PyList, PyTuple, type Value } from '../../values/values';
import { itemsOf } from './iterate';
import { binaryOperation, isEqual } from './pythonOperators';
import { stringMethods } from './stringMethods';

type Method<T> = (
  context: TorchContext,
  self: T,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
) => Value;

const ofLists: Readonly<Record<string, Method<PyList>>> = {
  append: (_, self, args) => {
    if (args.length !== 1) throw typeError(`list.append() takes exactly one argument (${args.length} given)`);
    self.items.push(args[0]);
    return null;
  },
  extend: (context, self, [values]) => {
    self.items.push(...itemsOf(context, values));
    return null;
  },
  insert: (_, self, [at, value]) => {
    self.items.splice(Number(at), 0, value);
    return null;
  },
  remove: (_, self, [value]) => {
    const at = self.items.findIndex((item) => item === value || isEqual(item, value));
    if (at < 0) throw valueError('list.remove(x): x not in list');
    self.items.splice(at, 1);
    return null;
  },
  clear: (_, self) => {
    self.items.length = 0;
    return null;
  },
  pop: (_, self, [at = -1n]) => {
    const index = Number(at) < 0 ? Number(at) + self.items.length : Number(at);
    if (self.items.length === 0) throw new PythonError('IndexError', 'pop from empty list');
    if (index < 0 || index >= self.items.length)
      throw new PythonError('IndexError', 'pop index out of range');
    return self.items.splice(index, 1)[0];
  },
  index: (_, self, [value]) => indexIn(self.items, value, 'list'),
  count: (_, self, [value]) => BigInt(self.items.filter((item) => isEqual(item, value)).length),
  copy: (_, self) => new PyList([...self.items]),
  sort: (_, self, args, named) => {
    const { items } = self;
    const isPlain = items.every((item) => typeof item === 'bigint' || typeof item === 'number');
    if (!isPlain || args.length > 0 || [...named.keys()].some((key) => key !== 'reverse'))
      throw new NotEvaluated(l10n.t('{0}(…) with these arguments', '.sort'));
    const sign = named.get('reverse') === true ? -1 : 1;
    items.sort((a, b) => sign * (Number(a) - Number(b)));
    return null;
  },
  reverse: (_, self) => {
    self.items.reverse();
    return null;
  },
};

const ofTuples: Readonly<Record<string, Method<PyTuple>>> = {
  index: (_, self, [value]) => indexIn(self.items, value, 'tuple'),
  count: (_, self, [value]) => BigInt(self.items.filter((item) => isEqual(item, value)).length),
  numel: (_, self) => self.items.reduce<bigint>((product, size) => product * BigInt(size as bigint), 1n),
};

const ofDicts: Readonly<Record<string, Method<PyDict>>> = {
  get: (_, self, [key, otherwise = null]) => self.get(key) ?? otherwise,
  keys: (_, self) =>
    viewOf(
      self,
      'keys',
      self.entries.map(([key]) => key),
    ),
  values: (_, self) =>
    viewOf(
      self,
      'values',
      self.entries.map(([, value]) => value),
    ),
  items: (_, self) =>
    viewOf(
      self,
      'items',
      self.entries.map((entry) => new PyTuple(entry)),
    ),
  copy: (_, self) => {
    if (self.typeName !== 'dict') throw new NotEvaluated(l10n.t('.{0}(…) of this', 'copy'));
    const copy = new PyDict();
    for (const [key, value] of self.entries) copy.set(key, value);
    return copy;
  },
  clear: (_, self) => {
    self.clear();
    return null;
  },
  pop: (_, self, [key = null, otherwise]) => {
    const held = self.delete(key) ?? otherwise;
    if (held !== undefined) return held;
    throw new PythonError('KeyError', reprOf(key));
  },
  popitem: (_, self) => {
    const last = self.entries.at(-1);
    if (!last) throw new PythonError('KeyError', "'popitem(): dictionary is empty'");
    self.delete(last[0]);
    return new PyTuple(last);
  },
  setdefault: (_, self, [key = null, otherwise = null]) => {
    const held = self.get(key);
    if (held === undefined) self.set(key, otherwise);
    return held ?? otherwise;
  },
  update: (_, self, [other], named) => {
    if (other !== undefined && !(other instanceof PyDict))
      throw new NotEvaluated(l10n.t('.{0}(…) of this', 'update'));
    if (other instanceof PyDict) for (const [key, value] of other.entries) self.set(key, value);
    for (const [key, value] of named) self.set(key, value);
    return null;
  },
};

function viewOf(dict: PyDict, of: string, items: readonly Value[]): DictView {
  return new DictView(`${dict instanceof OrderedDict ? 'odict' : 'dict'}_${of}`, items);
}

const ofCounters: Readonly<Record<string, Method<Counter>>> = {
  ...ofDicts,
  most_common: (_, self, [count = null]) =>
    new PyList(
      self.mostCommon.slice(0, count === null ? undefined : Number(count)).map((entry) => new PyTuple(entry)),
    ),
  total: (context, self) =>
    self.entries.reduce<Value>((sum, [, count]) => binaryOperation(context, '+', sum, count), 0n),
  update: (context, self, [values = null]) => {
    countInto(context, self, values);
    return null;
  },
};

/** Adds what a text, a list or a dictionary holds. */
export function countInto(context: TorchContext, counter: Counter, values: Value): void {
  if (values instanceof PyDict) {
    for (const [key, count] of values.entries) {
      if (typeof count !== 'bigint') throw new NotEvaluated(l10n.t('{0}(…) of this', 'Counter'));
      counter.count(key, count);
    }
  } else for (const item of itemsOf(context, values)) counter.count(item, 1n);
}

const ofSets: Readonly<Record<string, Method<PySet>>> = {
  add: (_, self, [item = null]) => {
    mutable(self, 'add').add(item);
    return null;
  },
  discard: (_, self, [item = null]) => {
    mutable(self, 'discard').delete(item);
    return null;
  },
  remove: (_, self, [item = null]) => {
    if (!mutable(self, 'remove').delete(item)) throw new PythonError('KeyError', reprOf(item));
    return null;
  },
  clear: (_, self) => {
    mutable(self, 'clear').clear();
    return null;
  },
  copy: (_, self) => new PySet(self.unordered, self.typeName === 'frozenset'),
  union: (context, self, others) =>
    new PySet(
      [...self.unordered, ...others.flatMap((one) => elementsOf(context, one))],
      self.typeName === 'frozenset',
    ),
  update: (context, self, others) => {
    for (const one of others) for (const item of elementsOf(context, one)) mutable(self, 'update').add(item);
    return null;
  },
  issubset: (context, self, [other = null]) => {
    const all = new PySet(elementsOf(context, other));
    return self.unordered.every((item) => all.has(item));
  },
  issuperset: (context, self, [other = null]) => elementsOf(context, other).every((item) => self.has(item)),
};

function elementsOf(context: TorchContext, value: Value): readonly Value[] {
  return value instanceof PySet ? value.unordered : itemsOf(context, value);
}

function mutable(set: PySet, method: string): PySet {
  if (set.typeName === 'set') return set;
  throw new PythonError('AttributeError', `'frozenset' object has no attribute '${method}'`);
}

function indexIn(items: readonly Value[], value: Value, name: string): bigint {
  const at = items.findIndex((item) => isEqual(item, value));
  if (at >= 0) return BigInt(at);
  throw valueError(name === 'list' ? `${reprOf(value)} is not in list` : 'tuple.index(x): x not in tuple');
}

/** A method or field of a string, list, tuple or dictionary; undefined when it has none of this name. */
export function memberOf(context: TorchContext, value: Value, name: string): Value | undefined {
  if (typeof value === 'string') return bound(context, stringMethods, value, name);
  if (value instanceof PySet) return bound(context, ofSets, value, name);
  if (value instanceof PyList) return bound(context, ofLists, value, name);
  if (value instanceof Counter) return bound(context, ofCounters, value, name);
  if (value instanceof PyDict) return bound(context, ofDicts, value, name);
  if (value instanceof NamedTuple && value.fields.includes(name))
    return value.items[value.fields.indexOf(name)];
  if (value instanceof PyTuple) return bound(context, ofTuples, value, name);
  if (typeof value === 'bigint' || typeof value === 'number') {
    if (name === 'real') return value;
    return name === 'is_integer' ? new Callable(name, () => Number.isInteger(Number(value))) : undefined;
  }
  return undefined;
}

function bound<T>(
  context: TorchContext,
  table: Readonly<Record<string, Method<T>>>,
  self: T,
  name: string,
): Callable | undefined {
  if (!Object.hasOwn(table, name)) return undefined;
  return new Callable(name, ({ positional, named }) => table[name](context, self, positional, named));
}
