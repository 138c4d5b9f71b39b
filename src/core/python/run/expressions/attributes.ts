import * as l10n from '../../../l10n';
import { hasAttribute } from '../../torch/library/attributeNames';
import { backwardOf, propertyOf } from '../../torch/library/tensorMembers';
import { ModuleContainer } from '../../torch/nn/containers';
import { type ModuleHost, moduleMethod } from '../../torch/nn/moduleMethods';
import { moduleNames } from '../../torch/nn/moduleNames';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { NativeObject } from '../../values/nativeObject';
import { PyClass, PyInstance, PySuper } from '../../values/objects';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import {
  Callable,
  ExceptionValue,
  GradFnValue,
  ModuleInstance,
  ModuleValue,
  PyTuple,
  typeNameOf,
  type Value,
} from '../../values/values';
import { attributeOfClass, attributeOfInstance, attributeOfSuper } from '../statements/classes';
import { mayHaveAttribute } from './attributesOfTypes';
import type { EvaluatorHost } from './evaluator';
import { memberOf } from './objectMethods';

export type AttributeHost = Pick<EvaluatorHost, 'context' | 'libraries' | 'onBackward' | 'call' | 'builtins'>;

/** `object.name` */
export function attributeOf(host: AttributeHost, object: Value, name: string): Value {
  if (object instanceof ModuleValue) return host.libraries.member(object.path, name);
  if (object instanceof TorchTensor) return attributeOfTensor(host, object, name);
  if (object instanceof PyInstance) return attributeOfInstance(host, object, name);
  if (object instanceof PyClass) return attributeOfClass(object, name);
  if (object instanceof PySuper) return attributeOfSuper(host, object, name);
  if (object instanceof ModuleInstance) return attributeOfModule(host, object, name);
  if (object instanceof NativeObject) return attributeOfNative(object, name);
  if (object instanceof GradFnValue && name === 'name') return new Callable(name, () => object.typeName);
  if (object instanceof ExceptionValue && name === 'args') return new PyTuple([object.message]);
  if (name === '__class__')
    return host.builtins.get('type')?.call({ positional: [object], named: new Map() }) ?? null;
  if (object instanceof Callable && (object.isType || object.typeName === 'type') && name === '__name__')
    return object.name.split('.').at(-1) ?? '';
  const value = memberOf(host.context, object, name);
  if (value !== undefined) return ofObject(value, object);
  if (object instanceof Callable) {
    const member = object.members.get(name);
    if (member === undefined) throw new NotEvaluated(`${object.name}.${name}`);
    return member;
  }
  if (mayHaveAttribute(typeNameOf(object), name)) throw new NotEvaluated(`.${name}`);
  throw noAttribute(object, name);
}

function attributeOfTensor(
  { context, libraries, onBackward }: AttributeHost,
  tensor: TorchTensor,
  name: string,
): Value {
  const property = propertyOf(context, tensor, name);
  if (property !== undefined) return property;
  const isBackward = name === 'backward' && tensor.library === 'torch';
  const method = isBackward ? backwardOf(tensor, onBackward) : libraries.method(tensor, name);
  if (method !== undefined) return ofObject(method, tensor);
  if (hasAttribute(tensor.typeName, name) === false) throw noAttribute(tensor, name);
  throw new NotEvaluated(`.${name}`);
}

/** What a module of `torch.nn` holds. */
function attributeOfModule(host: ModuleHost, module: ModuleInstance, name: string): Value {
  if (name === 'forward' || name === '__call__') return module;
  const own = module.attributes.get(name);
  if (own !== undefined && (own !== null || name === 'bias' || name === 'weight')) return own;
  const method =
    (module instanceof ModuleContainer ? module.method(name) : undefined) ?? moduleMethod(host, module, name);
  if (method !== undefined) return method;
  const isWhole = module.typeName === 'Linear' && !moduleNames.has(name) && !name.startsWith('_');
  if (isWhole) throw noAttribute(module, name);
  throw new NotEvaluated(l10n.t('.{0} of a module', name));
}

function attributeOfNative(object: NativeObject, name: string): Value {
  const value = object.member(name);
  if (value === undefined) throw new NotEvaluated(`.${name}`);
  return ofObject(value, object);
}

/** A method remembers whose it is. */
function ofObject(member: Value, object: Value): Value {
  if (member instanceof Callable && member.path === null) member.self = object;
  return member;
}

function noAttribute(object: Value, name: string): PythonError {
  return new PythonError('AttributeError', `'${typeNameOf(object)}' object has no attribute '${name}'`);
}
