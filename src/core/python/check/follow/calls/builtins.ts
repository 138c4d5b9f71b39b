import { memberOfLibrary } from '../../effects/models/classifiers';
import type { CallSite } from '../../values/callSite';
import { anyOf } from '../../values/choice';
import {
  type Cells,
  constant,
  type GivenArgument,
  itemsOf,
  list,
  type TupleValue,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { leaveOpen, setAttribute } from '../assign';
import { attributeOf } from '../attributes';
import type { Interpreter } from '../interpreter';
import { elementsOf } from '../iterate';
import { memberOfFile } from '../memberOfFile';
import { isInstance } from './isInstance';

type Builtin = (
  run: Interpreter,
  args: readonly Value[],
  given: readonly GivenArgument[],
  site: CallSite,
) => Value;

/** Ranges longer than this are not written out. */
const longestRange = 16;

/** A call of something built into Python. */
export function callBuiltin(
  run: Interpreter,
  name: string,
  given: readonly GivenArgument[],
  site: CallSite,
): Value {
  const args = given.filter((one) => one.name === null && one.stars === 0).map(({ value }) => value);
  if (!Object.hasOwn(builtins, name)) return { type: 'unknown', symbol: `$${run.id()}` };
  return builtins[name](run, args, given, site);
}

const builtins: Readonly<Record<string, Builtin>> = {
  len: (_run, [value]) => {
    const items = value ? itemsOf(value) : null;
    return items && items.rest === null ? constant(items.items.length) : unknown;
  },
  range: (_run, args) => rangeOf(args),
  enumerate: (run, [value]) => (value ? enumerated(elementsOf(run, value)) : unknown),
  zip: (run, args) => zipped(args.map((value) => elementsOf(run, value))),
  list: (run, [value]) => run.heap.adopt(list(value ? elementsOf(run, value) : tuple([]))),
  tuple: (run, [value]) => (value ? elementsOf(run, value) : tuple([])),
  iter: (_run, [value]) => value ?? unknown,
  next: (run, [value]) => (value ? anyOf(elementsOf(run, value)) : unknown),
  reversed: (run, [value]) => (value ? reversed(elementsOf(run, value)) : unknown),
  map: (run, [target, items], _given, site) =>
    target && items ? mapped(run, target, elementsOf(run, items), site) : unknown,
  dict: (_run, args, given) => dictOf(args, given),
  super: (run, args) => superOf(run, args),
  isinstance: (run, [value, kinds]) => isInstance(run, value, kinds),
  getattr: (run, [object, name, fallback], _given, site) => {
    if (object?.type === 'extern' && !fallback && name?.type === 'unknown')
      return memberOfLibrary(object, name);
    if (object?.type === 'file' && !fallback) return memberOfFile(object, name);
    if (!object || name?.type !== 'constant' || typeof name.value !== 'string') return unknown;
    const found = attributeOf(run, object, name.value, site.word);
    return fallback && found.type === 'method' ? unknown : found;
  },
  globals: (run, _args, _given, { word }) => {
    const cells = run.frame.scopes.at(-1) ?? new Map();
    return { type: 'method', object: { type: 'file', path: run.frame.path, cells }, name: '__dict__', word };
  },
  setattr: (run, [object, name, value]) => {
    if (object && name?.type === 'constant' && typeof name.value === 'string') {
      setAttribute(run, object, name.value, value ?? unknown);
    } else if (object?.type === 'instance') leaveOpen(run, object);
    return constant(null);
  },
  exit: (run) => stop(run),
  quit: (run) => stop(run),
  int: (_run, [value]) =>
    value?.type === 'constant' && typeof value.value === 'number'
      ? constant(Math.trunc(value.value))
      : unknown,
  float: (_run, [value]) => (value?.type === 'constant' && typeof value.value === 'number' ? value : unknown),
  bool: (_run, [value]) => (value?.type === 'constant' ? constant(Boolean(value.value)) : unknown),
  str: (_run, [value]) => (value?.type === 'constant' && typeof value.value === 'string' ? value : unknown),
};

function stop(run: Interpreter): Value {
  run.frame.isLive = false;
  return unknown;
}

function rangeOf(args: readonly Value[]): Value {
  const numbers = args.map((value) =>
    value.type === 'constant' && typeof value.value === 'number' ? value.value : null,
  );
  const [start, end, step] =
    numbers.length === 1 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers.length > 2 ? numbers[2] : 1];
  if (start === null || end === null || step === null || step === 0 || end === undefined)
    return tuple([], unknown);
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (count > longestRange) return tuple([], unknown);
  return tuple(Array.from({ length: count }, (_, i) => constant(start + i * step)));
}

function enumerated({ items, rest, tail }: TupleValue): Value {
  const numbered = items.map((item, index) => tuple([constant(index), item]));
  return tuple(
    numbered,
    rest && tuple([unknown, rest]),
    tail.map((item) => tuple([unknown, item])),
  );
}

/** `target` called on each item. */
function mapped(run: Interpreter, target: Value, { items, rest, tail }: TupleValue, site: CallSite): Value {
  const apply = (value: Value) => run.call(target, [{ ...site, name: null, stars: 0, value }], site);
  return tuple(items.slice(0, longestRange).map(apply), rest && apply(rest), tail.map(apply));
}

function zipped(all: readonly TupleValue[]): Value {
  if (all.length === 0) return tuple([]);
  if (all.every(({ rest }) => rest === null)) {
    const length = Math.min(...all.map(({ items }) => items.length));
    return tuple(Array.from({ length }, (_, i) => tuple(all.map(({ items }) => items[i]))));
  }
  return tuple([], tuple(all.map((one) => anyOf(one))));
}

function reversed({ items, rest, tail }: TupleValue): Value {
  return rest === null ? tuple([...items].reverse()) : tuple([...tail].reverse(), rest, [...items].reverse());
}

function dictOf(args: readonly Value[], given: readonly GivenArgument[]): Value {
  const cells: Cells = new Map();
  if (args.length > 0) {
    if (args[0].type !== 'dict') return unknown;
    for (const [key, value] of args[0].cells) cells.set(key, value);
  }
  for (const { name, stars, value } of given) {
    if (stars === 2) cells.set('rest', unknown);
    if (name !== null) cells.set(`s:${name}`, value);
  }
  return { type: 'dict', cells };
}

function superOf(run: Interpreter, args: readonly Value[]): Value {
  const [cls] = args;
  const after = cls?.type === 'class' ? cls : run.frame.owner;
  const self = args[1] ?? run.frame.self;
  return after && self?.type === 'instance' ? { type: 'super', after, self } : unknown;
}
