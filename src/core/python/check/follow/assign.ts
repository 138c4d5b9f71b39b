import * as l10n from '../../../l10n';
import type { Expression, Statement } from '../../syntax/ast';
import { moved } from '../torch/shapes';
import { alternativesOf, choose, join } from '../values/choice';
import { keyOf } from '../values/keys';
import { withStep } from '../values/trail';
import {
  type InstanceValue,
  itemsOf,
  type Single,
  type TensorValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { always } from '../values/when';
import { binaryOperation } from './arithmetic';
import type { Interpreter } from './interpreter';
import { elementsOf } from './iterate';

/** Gives a value to a name, an attribute, an item, or the names of a tuple. */
export function assign(run: Interpreter, target: Expression, value: Value): void {
  switch (target.type) {
    case 'name':
      run.setName(
        target.id,
        withStep(value, run.place(target), () => l10n.t('assigned to `{0}`', target.id)),
      );
      break;
    case 'attribute':
      setAttribute(
        run,
        run.evaluate(target.object),
        target.name,
        withStep(value, run.place(target), () => l10n.t('assigned to `.{0}`', target.name)),
      );
      break;
    case 'subscript':
      setItem(run, target.object, target.index, value);
      break;
    case 'starred':
      assign(run, target.value, value);
      break;
    case 'tuple':
    case 'list':
      unpack(run, target.items, value);
      break;
    default:
      break;
  }
}

/** `a, b = value`, with alternatives of the same length put together item by item. */
function unpack(run: Interpreter, targets: readonly Expression[], value: Value): void {
  const star = targets.findIndex(({ type }) => type === 'starred');
  const columns = targets.map((_, index) =>
    choose(
      alternativesOf(run.here(value)).flatMap(({ value: single, when, model }) =>
        alternativesOf(itemAt(run, single, targets.length, index, star)).map((item) => ({
          ...item,
          when: item.when === always ? when : item.when,
          model: item.model ?? model,
        })),
      ),
    ),
  );
  targets.forEach((target, index) => {
    assign(run, target, columns[index]);
  });
}

function itemAt(run: Interpreter, value: Single, count: number, index: number, star: number): Value {
  if (value.type === 'unknown' || value.type === 'tensor') {
    return value.type === 'unknown' && value.symbol !== null
      ? { type: 'unknown', symbol: `${value.symbol}[${index}]` }
      : unknown;
  }
  const { items, rest, tail } = elementsOf(run, value);
  if (rest !== null || tail.length > 0) return items[index] ?? rest ?? unknown;
  if (star < 0) return items.length === count ? items[index] : unknown;
  if (index < star) return items[index] ?? unknown;
  if (index > star) return items[items.length - (count - index)] ?? unknown;
  return tuple(items.slice(star, items.length - (count - star - 1)));
}

export function setAttribute(run: Interpreter, object: Value, name: string, value: Value): void {
  const alternatives = alternativesOf(run.here(object));
  for (const { value: single } of alternatives) {
    if (single.type === 'tensor') {
      if (name === 'requires_grad') run.report.requireGrad(single);
    } else if (single.type === 'unknown') {
      if (single.symbol !== null) run.heap.write(run.symbols, `${single.symbol}.${name}`, value);
    } else if ('cells' in single) {
      const before = single.cells.get(name);
      const isCertain = alternatives.length === 1;
      const written = isCertain ? value : (join(before, value, always, always) ?? value);
      run.heap.write(single.cells, name, written);
      if (single.type === 'torch') run.heap.write(single.cells, 'replaced', written);
    }
  }
}

/** Attributes with names that are not known are set: any of them may be. */
export function leaveOpen(run: Interpreter, { cells }: InstanceValue): void {
  run.heap.write(cells, openMark, unknown);
}

/** The cell that says that an instance may have any attribute; no name is written like this. */
export const openMark = '*';

function setItem(run: Interpreter, target: Expression, index: readonly Expression[], value: Value): void {
  const object = run.evaluate(target);
  if (object.type === 'tensor') {
    fillTensor(run, target, object, value);
    return;
  }
  const key = index.length === 1 && index[0].type !== 'slice' ? keyOf(run.evaluate(index[0])) : null;
  for (const { value: single } of alternativesOf(run.here(object))) {
    if (single.type === 'dict') {
      if (key !== null) run.heap.write(single.cells, key, value);
      else
        run.heap.write(single.cells, 'rest', join(single.cells.get('rest'), value, always, always) ?? value);
    } else if (single.type === 'unknown' && single.symbol !== null && key !== null) {
      run.heap.write(run.symbols, `${single.symbol}[${key}]`, value);
    } else if (single.type === 'list') {
      setListItem(run, single, key, value);
    } else if (single.type === 'torch') {
      setListItem(run, single, key, value);
      if (key?.startsWith('s:')) run.heap.write(single.cells, key.slice(2), value);
      run.heap.write(single.cells, 'replaced', value);
    }
  }
  // `model.classifier[6] = nn.Linear(…)` replaces the head of a model of a library.
  if (target.type === 'attribute') {
    for (const { value: single } of alternativesOf(run.evaluate(target.object))) {
      if (single.type === 'torch' && single.name === 'backbone')
        run.heap.write(single.cells, 'replaced', value);
    }
  }
}

/** `x[i] = value`: zeros become what they are filled with, anything else is no longer what it was. */
function fillTensor(run: Interpreter, target: Expression, before: TensorValue, value: Value): void {
  const filling = alternativesOf(value)[0]?.value;
  const isNumber = filling?.type === 'constant';
  const isKept = isNumber && before.kind === 'scores';
  const isFilled = before.kind === 'blank' && filling?.type === 'tensor';
  const isSame = filling?.type === 'tensor' && filling.kind === before.kind;
  const like = isFilled && filling.type === 'tensor' ? filling : before;
  const kind = isKept || isSame || isFilled ? like.kind : before.kind === 'blank' ? 'blank' : 'unknown';
  const isOneHot = before.kind === 'blank' && isNumber && filling.value === 1 && target.type === 'name';
  const after = {
    ...moved(like, before.rank),
    kind: isOneHot ? 'unknown' : kind,
    gradFree: isNumber ? before.gradFree : null,
  };
  if (target.type === 'name' || target.type === 'attribute') assign(run, target, after as TensorValue);
}

function setListItem(
  run: Interpreter,
  single: Extract<Single, { type: 'list' | 'torch' }>,
  key: string | null,
  value: Value,
): void {
  const cell = single.type === 'list' ? 'items' : 'children';
  const items = single.cells.get(cell);
  if (items?.type !== 'tuple') return;
  const position = key?.startsWith('n:') ? Number(key.slice(2)) : Number.NaN;
  const at = position < 0 ? items.items.length + position : position;
  const isKnown = items.rest === null && Number.isInteger(at) && at >= 0 && at < items.items.length;
  const replaced = isKnown
    ? tuple(items.items.map((item, i) => (i === at ? value : item)))
    : tuple([], choose([...items.items, ...(items.rest ? [items.rest] : []), value].flatMap(alternativesOf)));
  run.heap.write(single.cells, cell, replaced);
}

/** `target += value` */
export function updateTarget(run: Interpreter, statement: Extract<Statement, { type: 'update' }>): void {
  const before = run.evaluate(statement.target);
  const value = run.evaluate(statement.value);
  const added = itemsOf(value);
  const items = itemsOf(before);
  if (before.type === 'list' && items && added && statement.operator === '+') {
    run.heap.write(before.cells, 'items', appended(items, added));
    return;
  }
  assign(run, statement.target, binaryOperation(run, statement.operator, before, value));
}

/** The items of `a` and then those of `b`. */
export function appended(a: ReturnType<typeof tuple>, b: ReturnType<typeof tuple>) {
  if (a.rest === null) return tuple([...a.items, ...b.items], b.rest, b.tail);
  if (b.rest === null) return tuple(a.items, a.rest, [...a.tail, ...b.items]);
  return tuple(a.items, choose([a.rest, ...a.tail, ...b.items, b.rest].flatMap(alternativesOf)), b.tail);
}
