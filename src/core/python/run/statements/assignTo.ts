import * as l10n from '../../../l10n';
import { isFloatingPoint } from '../../../tensor/dtype';
import type { Expression } from '../../syntax/ast';
import { lossOfClass } from '../../torch/losses';
import { isModule, isParameter } from '../../torch/nn/moduleTree';
import { setModuleAttribute } from '../../torch/nn/setModuleAttribute';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { PyClass, PyInstance } from '../../values/objects';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import { ModuleInstance, PyList, type Value } from '../../values/values';
import type { Evaluator } from '../expressions/evaluator';
import { indexOf } from '../expressions/indices';
import { itemsOf } from '../expressions/iterate';
import { assignSubscript } from '../expressions/subscripts';
import type { Scope } from '../scope';
import { setAttributeOfInstance } from './classes';

interface AssignHost {
  readonly context: TorchContext;
  readonly evaluator: Evaluator;
}

/** `target = value` for names, fields, entries, and tuples of them. */
export function assign(host: AssignHost, target: Expression, value: Value, scope: Scope): void {
  const { evaluator, context } = host;
  switch (target.type) {
    case 'name':
      scope.set(target.id, value);
      return;
    case 'subscript':
      assignSubscript(
        context,
        evaluator.evaluate(target.object, scope),
        indexOf(evaluator, target, scope),
        value,
      );
      return;
    case 'attribute':
      assignAttribute(evaluator.evaluate(target.object, scope), target.name, value);
      return;
    case 'tuple':
    case 'list':
      unpacked(context, target.items, value).forEach((item, i) => {
        const one = target.items[i];
        assign(host, one.type === 'starred' ? one.value : one, item, scope);
      });
      return;
    default:
      throw new NotEvaluated(l10n.t('this assignment'));
  }
}

/** What each of several targets is given. */
function unpacked(context: TorchContext, targets: readonly Expression[], value: Value): readonly Value[] {
  const items = itemsOf(context, value);
  const star = targets.findIndex(({ type }) => type === 'starred');
  const wanted = targets.length;
  if (star >= 0) {
    const after = wanted - star - 1;
    if (items.length < wanted - 1)
      throw unpackError(`not enough values to unpack (expected at least ${wanted - 1}, got ${items.length})`);
    const middle = new PyList(items.slice(star, items.length - after));
    return [...items.slice(0, star), middle, ...items.slice(items.length - after)];
  }
  if (items.length > wanted) throw unpackError(`too many values to unpack (expected ${wanted})`);
  if (items.length < wanted)
    throw unpackError(`not enough values to unpack (expected ${wanted}, got ${items.length})`);
  return items;
}

function unpackError(message: string): PythonError {
  return new PythonError('ValueError', message);
}

/** An option of a loss, set to what it may be; the old flags stand for a `reduction` that is not followed. */
function isOption({ typeName, attributes }: ModuleInstance, name: string, value: Value): boolean {
  const options = lossOfClass(typeName)?.options.split(', ') ?? [];
  const isOfOld = ['size_average', 'reduce'].some((flag) => (attributes.get(flag) ?? null) !== null);
  if (isOfOld || !options.includes(`${name}=`)) return false;
  if (name === 'weight') return value === null || (value instanceof TorchTensor && !value.isParameter);
  if (name === 'reduction') return typeof value === 'string';
  if (name === 'ignore_index') return typeof value === 'bigint';
  return name === 'label_smoothing' && (typeof value === 'number' || typeof value === 'bigint');
}

/** A parameter, a module, or another value for what the module does not compute with. */
function isLayerPart({ typeName, attributes }: ModuleInstance, name: string, value: Value): boolean {
  if (lossOfClass(typeName)) return false;
  const before = attributes.get(name) ?? null;
  return isModule(value) || isParameter(value) || isParameter(before) || isModule(before);
}

/** `object.name = value` */
export function assignAttribute(object: Value, name: string, value: Value): void {
  if (object instanceof PyInstance) {
    setAttributeOfInstance(object, name, value);
    return;
  }
  if (object instanceof PyClass && !/^__\w+__$/.test(name)) {
    object.set(name, value);
    return;
  }
  if (object instanceof ModuleInstance && isOption(object, name, value)) {
    object.attributes.set(name, value);
    return;
  }
  if (object instanceof ModuleInstance && isLayerPart(object, name, value)) {
    setModuleAttribute(object, name, value);
    return;
  }
  if (!(object instanceof TorchTensor)) throw new NotEvaluated(l10n.t('setting .{0}', name));
  if (name === 'grad' && (value === null || value instanceof TorchTensor)) {
    object.grad = value;
    object.isGradUnknown = false;
  } else if (name === 'requires_grad' && typeof value === 'boolean' && !object.node) {
    if (value && !isFloatingPoint(object.dtype)) {
      throw new PythonError(
        'RuntimeError',
        'only Tensors of floating point and complex dtype can require gradients',
      );
    }
    object.requiresGrad = value;
  } else if (name === 'data' && value instanceof TorchTensor && value.dtype === object.dtype) {
    object.lookAt(value);
  } else throw new NotEvaluated(l10n.t('setting .{0}', name));
}
