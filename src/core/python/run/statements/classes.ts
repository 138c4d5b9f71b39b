import * as l10n from '../../../l10n';
import type { ClassDefinition, Expression, Statement } from '../../syntax/ast';
import { type ModuleHost, moduleMethod } from '../../torch/nn/moduleMethods';
import { moduleNames } from '../../torch/nn/moduleNames';
import { setModuleAttribute } from '../../torch/nn/setModuleAttribute';
import { Descriptor, PyClass, PyInstance, type PySuper } from '../../values/objects';
import { NotEvaluated, PythonError, typeError } from '../../values/pythonError';
import { type Args, Callable, ModuleValue, type Value } from '../../values/values';
import { codeOf } from '../effects/aftermath';
import type { Evaluator } from '../expressions/evaluator';
import { Scope } from '../scope';
import { type Flow, finish } from './outcome';

/** Special methods that are evaluated; a class that has others is not. */
const special: ReadonlySet<string> = new Set([
  '__init__',
  '__call__',
  '__doc__',
  '__repr__',
  '__str__',
  '__name__',
  '__post_init__',
]);

export interface ClassHost {
  readonly evaluator: Evaluator;
  readonly builtins: ReadonlyMap<string, Value>;
}

/** The value that `class` binds. */
export function defineClass(
  node: ClassDefinition,
  scope: Scope,
  host: ClassHost,
  block: (body: readonly Statement[], scope: Scope) => Flow,
): PyClass {
  const [base, ...others] = node.bases;
  if (others.length > 0 || node.keywords.length > 0) throw new NotEvaluated(`class ${node.name}`);
  const inherited = base ? baseOf(base, node, scope, host.evaluator) : null;
  const own = new Scope('class', scope);
  finish(block(node.body, own));
  const attributes = new Map(own.entries);
  for (const name of attributes.keys())
    if (/^__\w+__$/.test(name) && !special.has(name)) throw new NotEvaluated(`class ${node.name}`);
  const parent = inherited instanceof PyClass ? inherited : null;
  const made = new PyClass(
    node.name,
    parent,
    inherited === 'module' || (parent?.isModule ?? false),
    attributes,
  );
  made.code = codeOf(node, scope, host);
  made.annotated = annotatedIn(node.body);
  own.type = made;
  return made;
}

/** Names that the body of a class annotates, with or without a value. */
function annotatedIn(body: readonly Statement[]): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'declare') return statement.name;
    const [target] = statement.type === 'assign' && statement.isAnnotated ? statement.targets : [];
    return target?.type === 'name' ? target.id : [];
  });
}

function baseOf(
  node: Expression,
  { name }: ClassDefinition,
  scope: Scope,
  evaluator: Evaluator,
): PyClass | 'module' | 'object' {
  if (node.type === 'name' && node.id === 'object' && scope.find('object') === undefined) return 'object';
  if (node.type === 'attribute' && node.name === 'Module') {
    const object = evaluator.evaluate(node.object, scope);
    if (object instanceof ModuleValue && object.path === 'torch.nn') return 'module';
  }
  const value = evaluator.evaluate(node, scope);
  if (value instanceof PyClass) return value;
  if (value instanceof Callable && value.path === 'torch.nn.Module') return 'module';
  throw new NotEvaluated(`class ${name}`);
}

/** `Name(…)` */
export function instantiate(type: PyClass, args: Args): PyInstance {
  const made = new PyInstance(type);
  const init = type.find('__init__');
  if (init === undefined) {
    if (args.positional.length + args.named.size > 0) throw new NotEvaluated(`${type.name}(…)`);
    if (type.isModule) made.attributes.set('training', true);
  } else if (init instanceof Callable) {
    init.call({ ...args, positional: [made, ...args.positional] });
  } else throw new NotEvaluated(`${type.name}(…)`);
  return made;
}

/** `object(…)`: `__call__`, or `forward` of a module. */
export function callInstance(object: PyInstance, args: Args): Value {
  const callee =
    object.type.find('__call__') ?? (object.type.isModule ? object.type.find('forward') : undefined);
  if (callee instanceof Callable && object.type.isModule && !object.attributes.has('training'))
    throw new NotEvaluated(`${object.typeName}(…)`);
  if (callee instanceof Callable) return callee.call({ ...args, positional: [object, ...args.positional] });
  if (object.type.isModule || callee !== undefined) throw new NotEvaluated(`${object.typeName}(…)`);
  throw typeError(`'${object.typeName}' object is not callable`);
}

/** `object.name`; undefined for a class's name that is not there. */
export function attributeOfInstance(host: ModuleHost, object: PyInstance, name: string): Value {
  const held = object.type.find(name);
  if (held instanceof Descriptor && held.typeName === 'property' && held.of instanceof Callable)
    return held.of.call({ positional: [object], named: new Map() });
  const own = object.attributes.get(name);
  if (own !== undefined) return own;
  if (held !== undefined) return bound(held, object, object.type);
  if (object.type.isModule) {
    const method = moduleMethod(host, object, name);
    if (method !== undefined) return method;
    if (!object.attributes.has('training') || moduleNames.has(name)) throw new NotEvaluated(`.${name}`);
  }
  if (/^__\w+__$/.test(name)) throw new NotEvaluated(`.${name}`);
  throw new PythonError('AttributeError', `'${object.typeName}' object has no attribute '${name}'`);
}

export function attributeOfClass(type: PyClass, name: string): Value {
  if (name === '__name__') return type.name;
  const held = type.find(name);
  if (held !== undefined) return bound(held, null, type);
  if (type.isModule || /^__\w+__$/.test(name)) throw new NotEvaluated(`${type.name}.${name}`);
  throw new PythonError('AttributeError', `type object '${type.name}' has no attribute '${name}'`);
}

/** `super().name` */
export function attributeOfSuper(host: ModuleHost, { type, self }: PySuper, name: string): Value {
  const held = type.base?.find(name);
  if (held !== undefined) return bound(held, self, self.type);
  if (name !== '__init__') {
    const method = type.isModule ? moduleMethod(host, self, name) : undefined;
    if (method !== undefined) return method;
    throw new NotEvaluated(`super().${name}`);
  }
  return new Callable(name, ({ positional, named }) => {
    if (positional.length + named.size > 0) throw new NotEvaluated('super().__init__(…)');
    if (type.isModule) self.attributes.set('training', true);
    return null;
  });
}

function bound(held: Value, self: PyInstance | null, type: PyClass): Value {
  if (held instanceof Descriptor) {
    if (held.typeName === 'staticmethod') return held.of;
    if (held.typeName === 'classmethod') return method(held.of, type);
    throw new NotEvaluated(l10n.t('this property'));
  }
  const isFunction = held instanceof Callable && held.typeName === 'function';
  return isFunction && self ? method(held, self) : held;
}

function method(callee: Value, self: PyInstance | PyClass): Value {
  if (!(callee instanceof Callable)) throw new NotEvaluated(l10n.t('this decorator'));
  const made = new Callable(
    callee.name,
    (args) => callee.call({ ...args, positional: [self, ...args.positional] }),
    'method',
  );
  made.self = self;
  made.code = callee.code;
  return made;
}

/** `object.name = value` */
export function setAttributeOfInstance(object: PyInstance, name: string, value: Value): void {
  const isDescribed = object.type.find(name) instanceof Descriptor;
  const isEarly = object.type.isModule && !object.attributes.has('training');
  if (isDescribed || isEarly || /^__\w+__$/.test(name)) throw new NotEvaluated(l10n.t('setting .{0}', name));
  if (object.type.isModule) setModuleAttribute(object, name, value);
  else object.attributes.set(name, value);
}
