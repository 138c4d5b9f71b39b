import { namedChildren } from '../../effects/makeModule';
import { applyMethod } from '../../effects/operations';
import { moved } from '../../effects/shapes';
import type { FileRange } from '../../findings/codeFinding';
import type { CallSite } from '../../values/callSite';
import { alternativesOf, choose, tagged } from '../../values/choice';
import { keyOf } from '../../values/keys';
import { appended } from '../../values/sequences';
import { contentOf, type TensorValue, tensor } from '../../values/tensorValue';
import {
  constant,
  type DictValue,
  type GivenArgument,
  type InstanceValue,
  itemsOf,
  type ListValue,
  type MethodValue,
  none,
  type TorchValue,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { always } from '../../values/when';
import { leaveOpen } from '../assign';
import type { Interpreter } from '../interpreter';
import { elementsOf, entriesOf, keysOf, valuesOf } from '../iterate';
import { overwrite } from '../memory';
import { copied } from './copies';
import { applyLoss, followBackward } from './losses';
import { fetching } from './remote';

/** Methods of modules that return the module itself. */
const returningSelf =
  /^(to|cuda|cpu|float|double|half|bfloat16|type|train|eval|requires_grad_|apply|share_memory|to_empty|compile|initialize)$/;

/** `object.name(args)` for what is not defined by the program. */
export function callMethod(
  run: Interpreter,
  { object, name, word }: MethodValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  if (fetching.test(name)) return object;
  switch (object.type) {
    case 'tensor':
    case 'unknown':
      return callTensorMethod(run, object, name, args, { ...site, word });
    case 'list':
      return callListMethod(run, object, name, args);
    case 'dict':
      return callDictMethod(run, object, name, args);
    case 'torch':
      return callModuleMethod(run, object, name, args, site);
    case 'loss':
      if (returningSelf.test(name)) return object;
      if (name === 'forward' || name === '__call__') return applyLoss(run, object, args, site);
      if (name === 'backward' || name === 'item') run.report.usedAsTensor(object);
      return unknown;
    case 'instance':
      if (name === 'train' || name === 'eval') setMode(run, object, name === 'train' && isOn(args[0]?.value));
      if (returningSelf.test(name)) return object;
      if (isHook(name)) run.heap.write(object.cells, 'forward', unknown);
      if (name === '__dict__.update') updateAttributes(run, object, args[0]?.value);
      if (name === '__call__') return run.call(object, args, site);
      if (object.base?.type === 'torch') return callModuleMethod(run, object.base, name, args, site);
      return unknown;
    case 'constant':
      return stringMethod(object.value, name);
    default:
      return unknown;
  }
}

function callTensorMethod(
  run: Interpreter,
  object: Value,
  name: string,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  if (object.type === 'choice') return unknown;
  if (name === 'backward') {
    followBackward(run, object, site);
    return none;
  }
  const operand = { path: site.path, from: site.from, to: Math.max(site.from, site.word.from - 1) };
  const isInPlace = name.endsWith('_') && !/^(requires_grad_|detach_)$/.test(name);
  if (isInPlace && object.type === 'tensor') return inPlace(run, object, name, args, site, operand);
  const result = applyMethod(run, name, object, args, operand, site);
  if (result !== null) return result;
  return object.type === 'tensor' ? unknown : { type: 'unknown', symbol: `$${run.id()}` };
}

/** `x.exp_()` changes what all tensors hold that share the memory of `x`. */
export function inPlace(
  run: Interpreter,
  object: TensorValue,
  name: string,
  args: readonly GivenArgument[],
  site: CallSite,
  operand: FileRange,
): Value {
  const [first] = args;
  if (name === 'copy_') return overwrite(run, object, filledWith(object, first?.value));
  const isFilled =
    /^(zeros?|ones|constant|eye|dirac|fill|(trunc_)?normal|uniform|random|xavier|kaiming|orthogonal|sparse)_/.test(
      name,
    );
  if (isFilled && (object.kind === 'scores' || object.kind === 'blank')) return object;
  const result = isFilled ? null : applyMethod(run, name, object, args, operand, site);
  return overwrite(run, object, result?.type === 'tensor' ? result : tensor({}));
}

/** `x.copy_(y)`: the values of y in the shape of x. */
function filledWith({ rank, minRank, dtype }: TensorValue, value: Value | undefined): TensorValue {
  if (value?.type !== 'tensor') return tensor({});
  const { gradFree, trail } = value;
  return tensor({ rank, minRank, dtype, gradFree, trail }, contentOf(moved(value, rank)));
}

function callListMethod(
  run: Interpreter,
  object: ListValue,
  name: string,
  args: readonly GivenArgument[],
): Value {
  const items = itemsOf(object);
  const [first] = args;
  if (!items) return unknown;
  if (name === 'append' && first)
    run.heap.write(object.cells, 'items', appended(items, tuple([first.value])));
  else if (name === 'extend' && first) {
    run.heap.write(object.cells, 'items', appended(items, elementsOf(run, first.value)));
  } else if (name === 'insert' && args[1]) {
    run.heap.write(
      object.cells,
      'items',
      tuple([], choose([...items.items, args[1].value].flatMap(alternativesOf))),
    );
  } else if (name === 'clear') run.heap.write(object.cells, 'items', tuple([]));
  else if (name === 'pop') {
    const last = items.tail.at(-1) ?? (items.rest === null ? items.items.at(-1) : undefined);
    if (items.rest === null && args.length === 0)
      run.heap.write(object.cells, 'items', tuple(items.items.slice(0, -1)));
    else run.heap.write(object.cells, 'items', tuple([], unknown));
    return last ?? unknown;
  } else if (name === 'copy') return copied(run, object, 'shallow');
  return none;
}

function callDictMethod(
  run: Interpreter,
  object: DictValue,
  name: string,
  args: readonly GivenArgument[],
): Value {
  const [first, second] = args;
  if (name === 'items') return entriesOf(object);
  if (name === 'keys') return keysOf(object);
  if (name === 'values') return valuesOf(object);
  if (name === 'copy') return copied(run, object, 'shallow');
  if ((name === 'get' || name === 'pop') && first) {
    const key = keyOf(first.value);
    const found = key === null ? undefined : object.cells.get(key);
    if (found !== undefined) return found;
    if (key !== null && !object.cells.has('rest')) return second?.value ?? none;
    const all = [...object.cells.values(), ...(second ? [second.value] : [])];
    return choose(all.flatMap((value) => tagged(value, always)));
  }
  if (name === 'update' && first) {
    if (first.value.type === 'dict')
      for (const [key, value] of first.value.cells) run.heap.write(object.cells, key, value);
    else run.heap.write(object.cells, 'rest', unknown);
  }
  return unknown;
}

function callModuleMethod(
  run: Interpreter,
  object: TorchValue,
  name: string,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  if (returningSelf.test(name)) return object;
  if (isHook(name)) run.heap.write(object.cells, 'forward', unknown);
  if (name === 'forward' || name === '__call__') return run.call(object, args, site);
  const children = object.cells.get('children');
  const items = children?.type === 'tuple' ? children : tuple([], unknown);
  const write = (value: Value) => run.heap.write(object.cells, 'children', value);
  if ((name === 'add_module' || name === 'register_module') && args[1]) {
    const key = args[0].value;
    if (key.type === 'constant') run.heap.write(object.cells, String(key.value), args[1].value);
    write(appended(items, tuple([args[1].value])));
  } else if (name === 'append' && args[0]) {
    write(appended(items, tuple([args[0].value])));
    return object;
  } else if (name === 'extend' && args[0]) {
    write(appended(items, elementsOf(run, args[0].value)));
    return object;
  } else if (name === '__init__') {
    initialize(run, object, args);
  } else if (name === 'insert') write(tuple([], unknown));
  else if (name === 'children' || name === 'modules') return items;
  return unknown;
}

/** `super().__init__(nn.Linear(2, 3), …)` of a subclass of `nn.Sequential`. */
function initialize(run: Interpreter, object: TorchValue, args: readonly GivenArgument[]): void {
  let items = tuple([]);
  for (const { value, stars } of args) {
    const named = args.length === 1 ? namedChildren(value) : unknown;
    const isList = object.name !== 'Sequential';
    if (stars > 0 || isList) items = appended(items, elementsOf(run, value));
    else if (value.type === 'dict') items = appended(items, valuesOf(value));
    else if (named.type === 'dict') items = appended(items, valuesOf(named));
    else items = appended(items, tuple([value]));
  }
  run.heap.write(object.cells, 'children', items);
}

/** `self.__dict__.update(options)` */
function updateAttributes(run: Interpreter, object: InstanceValue, options: Value | undefined): void {
  if (options?.type !== 'dict' || options.cells.has('rest')) leaveOpen(run, object);
  if (options?.type !== 'dict') return;
  for (const [key, value] of options.cells) {
    if (key.startsWith('s:')) run.heap.write(object.cells, key.slice(2), value);
  }
}

/** Anything may happen to what passes through a hook. */
function isHook(name: string): boolean {
  return /^register_(full_)?forward_(pre_)?hook$/.test(name);
}

function isOn(mode: Value | undefined): boolean {
  return mode?.type !== 'constant' || Boolean(mode.value);
}

/** `train()` and `eval()`, of a module and the modules inside of it. */
function setMode(run: Interpreter, { cells }: InstanceValue, isTraining: boolean, depth = 0): void {
  run.heap.write(cells, 'training', constant(isTraining));
  if (depth >= deepestModule) return;
  for (const value of [...cells.values()]) {
    if (value.type === 'instance') setMode(run, value, isTraining, depth + 1);
  }
}

/** Modules inside of modules that `eval()` reaches. */
const deepestModule = 4;

function stringMethod(value: unknown, name: string): Value {
  if (typeof value !== 'string') return unknown;
  if (name === 'lower') return constant(value.toLowerCase());
  if (name === 'upper') return constant(value.toUpperCase());
  return name === 'strip' ? constant(value.trim()) : unknown;
}
