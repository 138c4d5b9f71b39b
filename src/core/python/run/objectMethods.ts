import * as l10n from '../../l10n';
import { reprOf } from '../torch/tensor/repr';
import type { TorchContext } from '../torch/tensor/torchContext';
import { NotEvaluated, PythonError, typeError, valueError } from '../values/pythonError';
import { Callable, NamedTuple, PyDict, PyList, PyTuple, type Value } from '../values/values';
import { formatText } from './formatting';
import { itemsOf } from './iterate';
import { isEqual } from './pythonOperators';

type Method<T> = (
  context: TorchContext,
  self: T,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
) => Value;

const ofStrings: Readonly<Record<string, Method<string>>> = {
  upper: (_, self) => self.toUpperCase(),
  lower: (_, self) => self.toLowerCase(),
  strip: (_, self, [characters = null]) => {
    if (characters !== null) throw new NotEvaluated(l10n.t('.strip(…) of given characters'));
    return self.trim();
  },
  title: (_, self) => self.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  join: (context, self, [values]) =>
    itemsOf(context, values)
      .map((value, i) => {
        if (typeof value === 'string') return value;
        throw typeError(
          `sequence item ${i}: expected str instance, ${typeof value === 'bigint' ? 'int' : 'object'} found`,
        );
      })
      .join(self),
  split: (_, self, [separator]) =>
    new PyList(
      typeof separator === 'string'
        ? self.split(separator)
        : self
            .trim()
            .split(/\s+/)
            .filter((part) => part !== ''),
    ),
  replace: (_, self, [from, to]) => self.replaceAll(String(from), String(to)),
  startswith: (_, self, [prefix]) => self.startsWith(String(prefix)),
  endswith: (_, self, [suffix]) => self.endsWith(String(suffix)),
  ljust: (_, self, [width, fill]) => self.padEnd(Number(width), fill === undefined ? ' ' : String(fill)),
  rjust: (_, self, [width, fill]) => self.padStart(Number(width), fill === undefined ? ' ' : String(fill)),
  format: (_, self, args, named) => formatText(self, args, named),
};

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
  keys: (_, self) => new PyList(self.entries.map(([key]) => key)),
  values: (_, self) => new PyList(self.entries.map(([, value]) => value)),
  items: (_, self) => new PyList(self.entries.map((entry) => new PyTuple(entry))),
  update: (_, self, [other], named) => {
    if (other instanceof PyDict) for (const [key, value] of other.entries) self.set(key, value);
    for (const [key, value] of named) self.set(key, value);
    return null;
  },
};

function indexIn(items: readonly Value[], value: Value, name: string): bigint {
  const at = items.findIndex((item) => isEqual(item, value));
  if (at >= 0) return BigInt(at);
  throw valueError(name === 'list' ? `${reprOf(value)} is not in list` : 'tuple.index(x): x not in tuple');
}

/** A method or field of a string, list, tuple or dictionary; undefined when it has none of this name. */
export function memberOf(context: TorchContext, value: Value, name: string): Value | undefined {
  if (typeof value === 'string') return bound(context, ofStrings, value, name);
  if (value instanceof PyList) return bound(context, ofLists, value, name);
  if (value instanceof PyDict) return bound(context, ofDicts, value, name);
  if (value instanceof NamedTuple && value.fields.includes(name))
    return value.items[value.fields.indexOf(name)];
  if (value instanceof PyTuple) return bound(context, ofTuples, value, name);
  if (typeof value === 'bigint' || typeof value === 'number') {
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
