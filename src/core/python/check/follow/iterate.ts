import { alternativesOf, anyOf, choose } from '../values/choice';
import {
  constant,
  type DictValue,
  itemsOf,
  type TupleValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import type { Interpreter } from './interpreter';
import { rowOf } from './parts';

/** What a loop over a value goes through. */
export function elementsOf(run: Interpreter, value: Value): TupleValue {
  const here = run.here(value);
  if (here.type === 'choice') {
    const all = here.alternatives.map(({ value: single }) => elementsOf(run, single));
    return tuple([], choose(all.flatMap((one) => alternativesOf(anyOf(one)))));
  }
  const items = itemsOf(here);
  if (items) return items;
  if (here.type === 'dict') return keysOf(here);
  if (here.type === 'torch') {
    const children = here.cells.get('children');
    if (children?.type === 'tuple') return children;
  }
  if (here.type === 'tensor') return tuple([], rowOf(here));
  if (here.type === 'instance' && here.base) return elementsOf(run, here.base);
  return tuple([], unknown);
}

export function keysOf({ cells }: DictValue): TupleValue {
  const keys = [...cells.keys()].filter((key) => key !== 'rest').map(keyValue);
  return tuple(keys, cells.has('rest') ? unknown : null);
}

function keyValue(key: string): Value {
  return constant(key.startsWith('n:') ? Number(key.slice(2)) : key.slice(2));
}

export function valuesOf({ cells }: DictValue): TupleValue {
  const values = [...cells].filter(([key]) => key !== 'rest').map(([, value]) => value);
  return tuple(values, cells.get('rest') ?? null);
}

export function entriesOf({ cells }: DictValue): TupleValue {
  const entries = [...cells]
    .filter(([key]) => key !== 'rest')
    .map(([key, value]) => tuple([keyValue(key), value]));
  const rest = cells.get('rest');
  return tuple(entries, rest ? tuple([unknown, rest]) : null);
}
