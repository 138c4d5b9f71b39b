import { isSameTensor, mergeTensors } from './mergeTensors';
import { type Alternative, type Single, type TupleValue, tuple, unknown, type Value } from './value';
import { always, both, type When } from './when';

/** More alternatives than this are not told apart. */
const mostAlternatives = 10;

/** The same for models, what makes them, and what they return: a program may choose one of many. */
const mostModels = 16;

export function alternativesOf(value: Value): readonly Alternative[] {
  return value.type === 'choice' ? value.alternatives : [{ value, when: always, model: null }];
}

/** The alternatives that are possible on this path. */
export function possible(value: Value, path: When): readonly Alternative[] {
  if (value.type !== 'choice' || path.size === 0) return alternativesOf(value);
  return value.alternatives.filter(({ when }) => both(when, path) !== null);
}

/** One value of several, with equal ones put together. */
export function choose(alternatives: readonly Alternative[]): Value {
  const kept: Alternative[] = [];
  for (const alternative of alternatives) {
    const index = kept.findIndex(
      (known) => known.model === alternative.model && isSame(known.value, alternative.value),
    );
    if (index < 0) kept.push(alternative);
    else kept[index] = { ...kept[index], value: merge(kept[index].value, alternative.value), when: always };
  }
  const filled = kept.filter(({ value }) => !isBlank(value));
  const hasTensor = filled.some(({ value }) => value.type === 'tensor');
  if (hasTensor && filled.length < kept.length) return choose(filled);
  const others = kept.filter((one) => !isOfModel(one) && one.value.type !== 'unknown');
  const most = others.length === 0 && kept.some(isOfModel) ? mostModels : mostAlternatives;
  if (kept.length > most) return cut(kept, most);
  if (kept.length === 1 && kept[0].model === null) return kept[0].value;
  return kept.length === 0 ? unknown : { type: 'choice', alternatives: kept };
}

/** The first of many alternatives, and something unknown; of which models they come is not told apart before. */
function cut(alternatives: readonly Alternative[], most: number): Value {
  if (alternatives.some(({ model }) => model !== null))
    return choose(alternatives.map((one) => ({ ...one, when: always, model: null })));
  const rest: Alternative = { value: unknown, when: always, model: null };
  return { type: 'choice', alternatives: [...alternatives.slice(0, most - 1), rest] };
}

/** The value after two ways through the program meet again; undefined where it was not assigned. */
export function join(
  a: Value | undefined,
  b: Value | undefined,
  whenA: When,
  whenB: When,
): Value | undefined {
  if (a === b || b === undefined) return a;
  if (a === undefined) return b;
  if (a.type === 'tuple' && b.type === 'tuple' && isSameLength(a, b)) {
    const items = a.items.map((item, index) => join(item, b.items[index], whenA, whenB) ?? unknown);
    const tail = a.tail.map((item, index) => join(item, b.tail[index], whenA, whenB) ?? unknown);
    const rest = join(a.rest ?? undefined, b.rest ?? undefined, whenA, whenB) ?? null;
    return tuple(items, rest, tail);
  }
  return choose([...tagged(a, whenA), ...tagged(b, whenB)]);
}

export function isSameLength(a: TupleValue, b: TupleValue): boolean {
  return a.items.length === b.items.length && a.tail.length === b.tail.length;
}

/** The items of a list after two ways through the program that leave it at different lengths. */
export function joinOfLists(a: TupleValue, b: TupleValue): TupleValue {
  const shortest = Math.min(a.items.length, b.items.length);
  let same = 0;
  while (same < shortest && a.items[same] === b.items[same]) same++;
  const others = [a, b].flatMap(({ items, rest, tail }) => [
    ...items.slice(same),
    ...(rest === null ? [] : [rest]),
    ...tail,
  ]);
  return tuple(a.items.slice(0, same), choose(others.flatMap(alternativesOf)));
}

/** The items of a list after a loop that may have added to it any number of times. */
export function joinItems(before: TupleValue, after: TupleValue): TupleValue {
  const added = after.items.slice(before.items.length);
  if (before.tail.length > 0 || after.tail.length > before.tail.length) return tuple([], anyOf(after));
  const rest = [before.rest, after.rest, ...added].filter((item) => item !== null);
  return tuple(before.items, rest.length > 0 ? choose(rest.flatMap(alternativesOf)) : null);
}

/** Some item of a tuple. */
export function anyOf({ items, rest, tail }: TupleValue): Value {
  const all = [...items, ...(rest === null ? [] : [rest]), ...tail];
  return choose(all.flatMap(alternativesOf));
}

/** The alternatives of a value under one more condition. */
export function tagged(value: Value, when: When): readonly Alternative[] {
  return alternativesOf(value).flatMap((alternative) => {
    const together = both(alternative.when, when);
    return together === null ? [] : [{ ...alternative, when: together }];
  });
}

/** Applies `operation` to every alternative of a value that is possible on this path. */
export function forEach(value: Value, path: When, operation: (single: Single) => Value): Value {
  if (value.type !== 'choice') return operation(value);
  const results = possible(value, path).flatMap(({ value: single, when, model }) =>
    tagged(operation(single), when).map((result) => ({ ...result, model: result.model ?? model })),
  );
  return choose(results);
}

function isOfModel({ value: { type }, model }: Alternative): boolean {
  return (
    model !== null ||
    ['function', 'class', 'bound', 'extern', 'instance', 'torch', 'file', 'method'].includes(type)
  );
}

/** Zeros that are filled on another way through the program count as filled. */
function isBlank(value: Single): boolean {
  return value.type === 'tensor' && value.kind === 'blank';
}

function isSame(a: Single, b: Single): boolean {
  if (a === b) return true;
  if (a.type === 'constant' && b.type === 'constant') return a.value === b.value;
  if (a.type === 'unknown' && b.type === 'unknown') return a.symbol === b.symbol;
  if (a.type === 'extern' && b.type === 'extern') return a.path === b.path;
  if (a.type === 'tensor' && b.type === 'tensor') return isSameTensor(a, b);
  return false;
}

function merge(a: Single, b: Single): Single {
  return a.type === 'tensor' && b.type === 'tensor' ? mergeTensors(a, b) : a;
}
