import type { Expression, Slice, Subscript } from '../../syntax/ast';
import { memberOfLibrary } from '../effects/models/classifiers';
import { numberOf } from '../effects/shapes';
import { alternativesOf, anyOf, choose, forEach, tagged } from '../values/choice';
import { keyOf } from '../values/keys';
import {
  type DictValue,
  type Single,
  type TorchValue,
  type TupleValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { always, whenEquals } from '../values/when';
import type { Interpreter } from './interpreter';
import { elementsOf } from './iterate';
import { memberOfFile } from './memberOfFile';
import { type Bounds, type IndexPart, partIn } from './parts';

export function bounds(run: Interpreter, { lower, upper, step }: Slice): Bounds {
  const value = (node: Expression | null) => (node === null ? null : run.evaluate(node));
  return { lower: value(lower), upper: value(upper), step: value(step) };
}

/** The parts of an index, each evaluated once. */
export function indexParts(run: Interpreter, index: readonly Expression[]): readonly IndexPart[] {
  return index.map((node) =>
    node.type === 'slice'
      ? { node, value: unknown, bounds: bounds(run, node) }
      : { node, value: run.evaluate(node), bounds: null },
  );
}

/** `object[index]` */
export function subscript(run: Interpreter, { object, index }: Subscript): Value {
  const indexed = run.evaluate(object);
  return itemAt(run, indexed, indexParts(run, index));
}

/** What a value holds at an index. */
export function itemAt(run: Interpreter, object: Value, index: readonly IndexPart[]): Value {
  return run.here(forEach(object, run.path, (single) => item(run, single, index)));
}

function item(run: Interpreter, object: Single, index: readonly IndexPart[]): Value {
  switch (object.type) {
    case 'tuple':
    case 'list':
      return itemOf(elementsOf(run, object), index[0]);
    case 'dict':
      if (index[0]?.bounds) return slice(positionsOf(object), index[0].bounds);
      return entryOf(run, object, index[0]?.value);
    case 'torch':
      return childOf(object, index[0]);
    case 'instance':
      return object.base?.type === 'torch' ? childOf(object.base, index[0]) : unknown;
    case 'tensor':
      return partIn(object, index);
    case 'extern':
      return object.path.endsWith('.__dict__')
        ? memberOfLibrary({ ...object, path: object.path.slice(0, -'.__dict__'.length) }, index[0]?.value)
        : unknown;
    case 'method':
      return object.name === '__dict__' && object.object.type === 'file'
        ? memberOfFile(object.object, index[0]?.value)
        : unknown;
    case 'unknown': {
      const key = keyOfIndex(index);
      if (object.symbol === null || key === null) return unknown;
      const symbol = `${object.symbol}[${key}]`;
      return run.symbols.get(symbol) ?? { type: 'unknown', symbol };
    }
    default:
      return unknown;
  }
}

/** What stands for an index wherever it is the same one; null when it is not known. */
function keyOfIndex(index: readonly IndexPart[]): string | null {
  const keys = index.map(({ node, value, bounds: range }) => {
    if (node.type === 'ellipsis') return '...';
    return range ? keyOfBounds(range) : keyOf(value);
  });
  return keys.every((key) => key !== null) ? keys.join(', ') : null;
}

/** `1:`, `:-1`; null for bounds that are not known, and for steps. */
function keyOfBounds({ lower, upper, step }: Bounds): string | null {
  const ends = [lower, upper].map((end) => (end ? numberOf(end) : ''));
  return step || ends.includes(undefined) ? null : ends.join(':');
}

function itemOf(items: TupleValue, part: IndexPart | undefined): Value {
  if (part?.bounds) return slice(items, part.bounds);
  const position = numberOf(part?.value);
  if (position === undefined || !Number.isInteger(position)) return anyOf(items);
  if (position >= 0) {
    if (position < items.items.length) return items.items[position];
    return items.rest === null ? unknown : choose([items.rest, ...items.tail].flatMap(alternativesOf));
  }
  const end = items.rest === null ? items.items : items.tail;
  if (-position <= end.length) return end[end.length + position];
  return items.rest === null ? unknown : choose([...items.items, items.rest].flatMap(alternativesOf));
}

function slice(items: TupleValue, { lower, upper, step }: Bounds): Value {
  const from = lower ? numberOf(lower) : 0;
  const to = upper ? numberOf(upper) : Number.POSITIVE_INFINITY;
  const isWhole = step === null || numberOf(step) === 1;
  if (items.rest !== null || from === undefined || to === undefined || !isWhole)
    return tuple([], anyOf(items));
  return tuple(items.items.slice(from, Number.isFinite(to) ? to : undefined));
}

/** The first entries by number: what a model of `transformers` returns can be sliced like a tuple. */
function positionsOf({ cells }: DictValue): TupleValue {
  const items: Value[] = [];
  for (let value = cells.get('n:0'); value !== undefined; value = cells.get(`n:${items.length}`))
    items.push(value);
  return tuple(items);
}

function entryOf(run: Interpreter, { cells }: DictValue, index: Value | undefined): Value {
  const key = index ? keyOf(index) : null;
  if (key !== null) return cells.get(key) ?? cells.get('rest') ?? unknown;
  const symbol = index?.type === 'unknown' ? index.symbol : null;
  const alternatives = [...cells].flatMap(([name, value]) => {
    const when =
      symbol === null || name === 'rest'
        ? always
        : whenEquals(symbol, name.startsWith('n:') ? Number(name.slice(2)) : name.slice(2), true);
    return tagged(value, when);
  });
  return run.here(choose(alternatives));
}

function childOf(module: TorchValue, part: IndexPart | undefined): Value {
  const children = module.cells.get('children');
  if (children?.type !== 'tuple') return unknown;
  const index = part?.value;
  if (index?.type === 'constant' && typeof index.value === 'string')
    return module.cells.get(index.value) ?? unknown;
  if (module.name === 'ModuleDict') return anyOf(children);
  const found = itemOf(children, part);
  return part?.bounds ? { ...module, cells: new Map([['children', found]]) } : found;
}
