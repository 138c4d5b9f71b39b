import * as l10n from '../../../l10n';
import type { Attribute, Expression, Statement, Subscript } from '../../syntax/ast';
import { isOfLibrary } from '../effects/models/libraryModels';
import { moved } from '../effects/shapes';
import { alternativesOf, choose, join } from '../values/choice';
import { keyOf, openMark } from '../values/keys';
import { appended } from '../values/sequences';
import { contentOf, factsOf, type TensorContent, type TensorValue, tensor } from '../values/tensorValue';
import { withStep } from '../values/trail';
import { type InstanceValue, itemsOf, type Single, tuple, unknown, type Value } from '../values/value';
import { always } from '../values/when';
import { binaryOperation } from './arithmetic';
import { attributeOf, patched } from './attributes';
import type { Interpreter } from './interpreter';
import { elementsOf } from './iterate';
import { current, overwrite } from './memory';
import type { IndexPart } from './parts';
import { indexParts, itemAt } from './subscripts';

/** An attribute or item that is written to, its object and index evaluated once. */
type Place =
  | { readonly type: 'attribute'; readonly node: Attribute; readonly object: Value }
  | {
      readonly type: 'item';
      readonly node: Expression;
      readonly object: Value;
      /** What the object is an attribute of; null when it is none. */
      readonly owner: Value | null;
      readonly index: readonly IndexPart[];
    };

function placeOf(run: Interpreter, node: Attribute | Subscript): Place {
  if (node.type === 'attribute') return { type: 'attribute', node, object: run.evaluate(node.object) };
  const { object: target } = node;
  const owner = target.type === 'attribute' ? run.evaluate(target.object) : null;
  const object =
    target.type === 'attribute' && owner !== null
      ? attributeOf(run, owner, target.name, { ...run.place(target), from: target.nameFrom })
      : run.evaluate(target);
  return { type: 'item', node: target, object, owner, index: indexParts(run, node.index) };
}

function read(run: Interpreter, place: Place): Value {
  if (place.type === 'item') return itemAt(run, place.object, place.index);
  const { node, object } = place;
  return attributeOf(run, object, node.name, { ...run.place(node), from: node.nameFrom });
}

function write(run: Interpreter, place: Place, value: Value): void {
  if (place.type === 'item') {
    setItem(run, place, value);
    return;
  }
  const { node, object } = place;
  const told = withStep(current(run, value), run.place(node), () => l10n.t('assigned to `.{0}`', node.name));
  // The tensor is another one from then on, of any dtype and shape.
  if (node.name === 'data' && node.object.type === 'name' && object.type === 'tensor')
    run.setName(node.object.id, told);
  setAttribute(run, object, node.name, told);
}

/** Gives a value to a name, an attribute, an item, or the names of a tuple. */
export function assign(run: Interpreter, target: Expression, value: Value): void {
  switch (target.type) {
    case 'name':
      run.setName(
        target.id,
        withStep(current(run, value), run.place(target), () => l10n.t('assigned to `{0}`', target.id)),
      );
      break;
    case 'attribute':
    case 'subscript':
      write(run, placeOf(run, target), value);
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
        alternativesOf(unpacked(run, single, targets.length, index, star)).map((item) => ({
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

function unpacked(run: Interpreter, value: Single, count: number, index: number, star: number): Value {
  // What a model of `transformers` returns is unpacked as the tuple that it may be.
  if (value.type === 'dict' && value.cells.has('n:0')) return value.cells.get(`n:${index}`) ?? unknown;
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
    } else if (single.type === 'extern') {
      run.heap.write(
        run.symbols,
        patched(`${single.path}.${name}`),
        alternatives.length === 1 ? value : unknown,
      );
    } else if (single.type === 'unknown') {
      if (single.symbol !== null) run.heap.write(run.symbols, `${single.symbol}.${name}`, value);
    } else if ('cells' in single) {
      const key = single.type === 'dict' ? `s:${name}` : name;
      const before = single.cells.get(key);
      const isCertain = alternatives.length === 1;
      const written = isCertain ? value : (join(before, value, always, always) ?? value);
      run.heap.write(single.cells, key, written);
      if (single.type === 'torch' && !isStem(name)) run.heap.write(single.cells, 'replaced', written);
    }
  }
}

/** The first layers of the models of torchvision, behind which others stand whatever they are. */
function isStem(name: string): boolean {
  return /^(features|conv1|bn1|conv_proj|patch_embed|avgpool|maxpool|layer[1-4])$/.test(name);
}

/** Attributes with names that are not known are set: any of them may be. */
export function leaveOpen(run: Interpreter, { cells }: InstanceValue): void {
  run.heap.write(cells, openMark, unknown);
}

function setItem(
  run: Interpreter,
  { node, object, owner, index }: Extract<Place, { type: 'item' }>,
  value: Value,
): void {
  if (object.type === 'tensor') {
    fillTensor(run, node, object, value);
    return;
  }
  const key = index.length === 1 && index[0].bounds === null ? keyOf(index[0].value) : null;
  for (const { value: single } of alternativesOf(run.here(object))) setItemOf(run, single, key, value);
  // `model.classifier[6] = nn.Linear(…)` replaces the head of a model of a library.
  for (const { value: single } of owner === null ? [] : alternativesOf(owner)) {
    if (single.type === 'torch' && isOfLibrary(single)) run.heap.write(single.cells, 'replaced', value);
  }
}

function setItemOf(run: Interpreter, single: Single, key: string | null, value: Value): void {
  if (single.type === 'dict') {
    const held = key === null ? join(single.cells.get('rest'), value, always, always) : value;
    run.heap.write(single.cells, key ?? 'rest', held ?? value);
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

/** `x[i] = value`: zeros become what they are filled with, anything else is no longer what it was. */
function fillTensor(run: Interpreter, target: Expression, before: TensorValue, value: Value): void {
  const [filling = unknown, ...others] = alternativesOf(value).map((one) => one.value);
  if (others.some((one) => !isSameKind(one, filling))) {
    overwrite(run, before, tensor({ ...factsOf(before), gradFree: null }, { kind: 'unknown' }));
    return;
  }
  const isNumber = filling.type === 'constant';
  const isFilled = before.kind === 'blank' && filling.type === 'tensor';
  const facts = factsOf(moved(isFilled ? filling : before, before.rank));
  const content = filledContent(before, filling, target.type === 'name');
  const after = tensor({ ...facts, gradFree: isNumber ? before.gradFree : null }, content);
  overwrite(run, before, after);
}

function isSameKind(a: Single, b: Single): boolean {
  return a.type === 'tensor' && b.type === 'tensor' ? a.kind === b.kind : a.type === b.type;
}

/** What a tensor holds after a part of it was set. */
function filledContent(before: TensorValue, filling: Single, isName: boolean): TensorContent {
  const isNumber = filling.type === 'constant';
  if (before.kind === 'blank') {
    if (filling.type === 'tensor') return contentOf(moved(filling, before.rank));
    return { kind: isNumber && filling.value === 1 && isName ? 'unknown' : 'blank' };
  }
  const isSame = filling.type === 'tensor' && filling.kind === before.kind;
  const isKept = isSame || before.kind === 'loss' || (isNumber && before.kind === 'scores');
  return isKept ? contentOf(moved(before, before.rank)) : { kind: 'unknown' };
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
  const { target, operator } = statement;
  const place = target.type === 'attribute' || target.type === 'subscript' ? placeOf(run, target) : null;
  const before = place ? read(run, place) : run.evaluate(target);
  const value = run.evaluate(statement.value);
  const added = itemsOf(value);
  const items = itemsOf(before);
  if (before.type === 'list' && items && added && operator === '+') {
    run.heap.write(before.cells, 'items', appended(items, added));
    return;
  }
  if (operator === '/') run.report.divided(before, run.place(statement.value), run.place(target));
  const result = binaryOperation(run, operator, before, value);
  const isInPlace = before.type === 'tensor' && result.type === 'tensor';
  const after = isInPlace ? overwrite(run, before, result) : result;
  if (place) write(run, place, after);
  else assign(run, target, after);
}
