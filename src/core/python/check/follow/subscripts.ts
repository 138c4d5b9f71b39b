import type { Expression, Subscript } from '../../syntax/ast';
import { moved, numberOf } from '../torch/shapes';
import { alternativesOf, anyOf, choose, forEach, tagged } from '../values/choice';
import { keyOf } from '../values/keys';
import {
  type DictValue,
  type Single,
  type TensorValue,
  type TorchValue,
  type TupleValue,
  tensor,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { always, whenEquals } from '../values/when';
import type { Interpreter } from './interpreter';
import { elementsOf } from './iterate';

/** `object[index]` */
export function subscript(run: Interpreter, { object, index }: Subscript): Value {
  const indexed = run.evaluate(object);
  const values = index.map((part) => run.evaluate(part));
  return run.here(forEach(indexed, run.path, (single) => item(run, single, index, values)));
}

function item(
  run: Interpreter,
  object: Single,
  index: readonly Expression[],
  values: readonly Value[],
): Value {
  switch (object.type) {
    case 'tuple':
    case 'list':
      return itemOf(elementsOf(run, object), index[0], values[0], run);
    case 'dict':
      return entryOf(run, object, values[0]);
    case 'torch':
      return childOf(run, object, index[0], values[0]);
    case 'instance':
      return object.base?.type === 'torch' ? childOf(run, object.base, index[0], values[0]) : unknown;
    case 'tensor':
      return partOf(object, index, values);
    case 'unknown': {
      const key = values.length === 1 ? keyOf(values[0]) : null;
      if (object.symbol === null || key === null) return unknown;
      const symbol = `${object.symbol}[${key}]`;
      return run.symbols.get(symbol) ?? { type: 'unknown', symbol };
    }
    default:
      return unknown;
  }
}

function itemOf(
  items: TupleValue,
  node: Expression | undefined,
  index: Value | undefined,
  run: Interpreter,
): Value {
  if (node?.type === 'slice') return slice(run, items, node);
  const position = numberOf(index);
  if (position === undefined) return anyOf(items);
  if (position >= 0) {
    if (position < items.items.length) return items.items[position];
    return items.rest === null ? unknown : choose([items.rest, ...items.tail].flatMap(alternativesOf));
  }
  const end = items.rest === null ? items.items : items.tail;
  if (-position <= end.length) return end[end.length + position];
  return items.rest === null ? unknown : choose([...items.items, items.rest].flatMap(alternativesOf));
}

function slice(
  run: Interpreter,
  items: TupleValue,
  { lower, upper }: Extract<Expression, { type: 'slice' }>,
): Value {
  const from = lower ? numberOf(run.evaluate(lower)) : 0;
  const to = upper ? numberOf(run.evaluate(upper)) : Number.POSITIVE_INFINITY;
  if (items.rest !== null || from === undefined || to === undefined) return tuple([], anyOf(items));
  return tuple(items.items.slice(from, Number.isFinite(to) ? to : undefined));
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

function childOf(
  run: Interpreter,
  module: TorchValue,
  node: Expression | undefined,
  index: Value | undefined,
): Value {
  const children = module.cells.get('children');
  if (children?.type !== 'tuple') return unknown;
  if (index?.type === 'constant' && typeof index.value === 'string')
    return module.cells.get(index.value) ?? unknown;
  if (module.name === 'ModuleDict') return anyOf(children);
  const found = itemOf(children, node, index, run);
  if (node?.type !== 'slice') return found;
  return { ...module, cells: new Map([['children', found]]) };
}

/** A part of a tensor. Probabilities stay such only when no class is left out. */
function partOf(x: TensorValue, index: readonly Expression[], values: readonly Value[]): Value {
  const isWhole = (node: Expression | undefined) =>
    node === undefined || (node.type === 'slice' && !node.lower && !node.upper);
  const rank = rankAfter(x, index, values);
  if (x.kind === 'scores' || x.kind === 'indices' || x.kind === 'sigmoid' || x.kind === 'unknown') {
    const last = index[index.length - 1];
    const isLastAxisOne = last?.type === 'constant' && last.value === null;
    const isLastKept =
      x.isLastAxisClasses && (index.length === 1 ? x.rank !== 1 : isWhole(index[index.length - 1]));
    return { ...moved(x, rank), isLastAxisClasses: isLastKept, isLastAxisOne };
  }
  if (x.kind === 'oneHot') return index.length === 1 ? { ...moved(x, rank), minRank: 1 } : tensor({});
  const dim = x.activation?.dim;
  const isKept =
    index.length === 1
      ? x.rank !== 1 && dim !== 0
      : typeof dim === 'number' && dim >= 0
        ? isWhole(index[dim])
        : dim === -1 && isWhole(index[index.length - 1]);
  return isKept ? { ...moved(x, rank), isExact: x.isExact } : tensor({});
}

function rankAfter(x: TensorValue, index: readonly Expression[], values: readonly Value[]): number | null {
  if (x.rank === null) return null;
  let rank = x.rank;
  for (const [i, node] of index.entries()) {
    if (node.type === 'slice') continue;
    if (node.type === 'constant' && node.value === null) rank++;
    else if (numberOf(values[i]) !== undefined) rank--;
    else return null;
  }
  return rank;
}
