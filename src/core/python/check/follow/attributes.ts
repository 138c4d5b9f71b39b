import { moved } from '../effects/shapes';
import type { FileRange } from '../findings/codeFinding';
import { forEach } from '../values/choice';
import { openMark } from '../values/keys';
import type { TensorValue } from '../values/tensorValue';
import {
  type ClassValue,
  constant,
  type DictValue,
  type InstanceValue,
  type Single,
  unknown,
  type Value,
} from '../values/value';
import { memberOf, selfArgument } from './calls/classes';
import { callFunction } from './calls/functions';
import type { Interpreter } from './interpreter';

/** `object.name` */
export function attributeOf(run: Interpreter, object: Value, name: string, word: FileRange): Value {
  return run.here(forEach(having(object, name), run.path, (single) => ofSingle(run, single, name, word)));
}

/** Of several files only those that have the name can be meant. */
function having(object: Value, name: string): Value {
  if (object.type !== 'choice' || object.alternatives.every(({ value }) => value.type !== 'file'))
    return object;
  const alternatives = object.alternatives.filter(
    ({ value }) => value.type !== 'file' || value.cells.has(name) || name.startsWith('__'),
  );
  return alternatives.length === 0 ? unknown : { type: 'choice', alternatives };
}

/** Where it is kept what a name of a library was set to: `F.softmax = F.log_softmax`. */
export function patched(path: string): string {
  return `extern ${path}`;
}

function ofSingle(run: Interpreter, object: Single, name: string, word: FileRange): Value {
  switch (object.type) {
    case 'instance':
      return ofInstance(run, object, name, word);
    case 'class':
      return ofClass(run, object, name);
    case 'super':
      return ofSuper(run, object.self, object.after, name, word);
    case 'extern': {
      const path = `${object.path}.${name}`;
      return run.symbols.get(patched(path)) ?? { type: 'extern', path };
    }
    case 'file':
      if (name === '__dict__') return { type: 'method', object, name, word };
      return object.cells.get(name) ?? unknown;
    case 'unknown': {
      if (object.symbol === null) return unknown;
      const symbol = `${object.symbol}.${name}`;
      return run.symbols.get(symbol) ?? { type: 'unknown', symbol };
    }
    case 'tensor':
      if (name === 'data') return object;
      if (name === 'T' || name === 'mT' || name === 'H') return moved(object, object.rank);
      if (name === 'dtype') return dtypeOf(run, object);
      if (/^(grad|shape|ndim|dtype|device|is_cuda|requires_grad|layout)$/.test(name)) return unknown;
      return { type: 'method', object, name, word };
    case 'torch': {
      // The children of a container stand under the name of the method that gives them.
      const child = name === 'children' ? undefined : object.cells.get(name);
      if (child !== undefined) return child;
      if (name === 'training') return constant(true);
      return { type: 'method', object, name, word };
    }
    case 'constant':
      return object.value === null ? unknown : { type: 'method', object, name, word };
    case 'tuple':
      if (name === 'values' && object.items.length === 2) return object.items[0];
      if (name === 'indices' && object.items.length === 2) return object.items[1];
      if (name === 'data' && object.items.length === 2 && object.rest) return object.items[0];
      return { type: 'method', object, name, word };
    case 'dict':
      return fieldOf(object, name) ?? { type: 'method', object, name, word };
    case 'list':
    case 'loss':
      return { type: 'method', object, name, word };
    case 'method':
      return { type: 'method', object: object.object, name: `${object.name}.${name}`, word };
    default:
      return unknown;
  }
}

/** Of a dictionary whose entries are attributes too: an output of `transformers`, a namespace. */
function fieldOf({ cells }: DictValue, name: string): Value | undefined {
  return /^(items|keys|values|get|pop|update|copy|setdefault)$/.test(name)
    ? undefined
    : cells.get(`s:${name}`);
}

function dtypeOf(run: Interpreter, { dtype }: TensorValue): Value {
  if (dtype === null) return { type: 'unknown', symbol: `$${run.id()}.dtype` };
  return { type: 'extern', path: dtype === 'float' ? 'torch.float32' : 'torch.int64' };
}

function ofInstance(run: Interpreter, object: InstanceValue, name: string, word: FileRange): Value {
  const own = object.cells.get(name);
  if (own !== undefined) return own;
  if (name === '__dict__') return { type: 'method', object, name, word };
  const { value, isUnknown } = memberOf(object.of, name);
  if (value?.type !== 'function' && object.cells.has(openMark) && !inherited.test(name)) return unknown;
  if (value !== null) return bound(run, value, object, object.of, word);
  if (object.base?.type === 'torch') {
    const child = object.base.cells.get(name);
    if (child !== undefined) return child;
  }
  if (name === 'training') return constant(true);
  if (name === '__class__') return object.of;
  if (isUnknown && !inherited.test(name)) return { type: 'unknown', symbol: `#${object.id}.${name}` };
  return { type: 'method', object, name, word };
}

/** Methods that modules of torch, and those of libraries built on it, all have. */
const inherited =
  /^(to|cuda|cpu|float|double|half|bfloat16|train|eval|requires_grad_|parameters|named_parameters|modules|children|named_children|state_dict|load_state_dict|apply|add_module|register_module|register_buffer|register_parameter|zero_grad|share_memory|__call__)$/;

/** A member as seen through an instance. */
function bound(run: Interpreter, value: Value, self: InstanceValue, of: ClassValue, word: FileRange): Value {
  if (value.type !== 'function' || value.binding === 'static') return value;
  if (value.binding === 'class') return { type: 'bound', target: value, args: [selfArgument(of, word)] };
  if (value.binding === 'property') return callFunction(run, value, [selfArgument(self, word)], self);
  return { type: 'bound', target: value, args: [selfArgument(self, word)] };
}

function ofClass(run: Interpreter, object: ClassValue, name: string): Value {
  const { value } = memberOf(object, name);
  if (value?.type === 'function' && value.binding === 'class') {
    const place = run.place({ from: 0, to: 0 });
    return { type: 'bound', target: value, args: [selfArgument(object, place)] };
  }
  if (name === '__name__') return constant(object.definition.name);
  return value ?? unknown;
}

function ofSuper(
  run: Interpreter,
  self: InstanceValue,
  after: ClassValue,
  name: string,
  word: FileRange,
): Value {
  const { value } = memberOf(self.of, name, after);
  if (value !== null) return bound(run, value, self, self.of, word);
  return self.base ? { type: 'method', object: self.base, name, word } : unknown;
}
