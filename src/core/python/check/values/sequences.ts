import { alternativesOf, choose } from './choice';
import { type TupleValue, tuple } from './value';

/** The items of `a` and then those of `b`. */
export function appended(a: TupleValue, b: TupleValue): TupleValue {
  if (a.rest === null) return tuple([...a.items, ...b.items], b.rest, b.tail);
  if (b.rest === null) return tuple(a.items, a.rest, [...a.tail, ...b.items]);
  return tuple(a.items, choose([a.rest, ...a.tail, ...b.items, b.rest].flatMap(alternativesOf)), b.tail);
}
