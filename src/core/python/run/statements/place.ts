import type { Expression } from '../../syntax/ast';
import type { TorchContext } from '../../torch/tensor/torchContext';
import type { Value } from '../../values/values';
import { attributeOf } from '../expressions/attributes';
import type { Evaluator } from '../expressions/evaluator';
import { indexOf } from '../expressions/indices';
import { assignSubscript, subscript } from '../expressions/subscripts';
import type { Scope } from '../scope';
import { assign, assignAttribute } from './assignTo';

interface PlaceHost {
  readonly context: TorchContext;
  readonly evaluator: Evaluator;
}

/** The target of `+=`: its parts are evaluated once. */
export function placeOf(
  host: PlaceHost,
  target: Expression,
  scope: Scope,
): { before: Value; store: (value: Value) => void } {
  const { context, evaluator } = host;
  if (target.type === 'subscript') {
    const object = evaluator.evaluate(target.object, scope);
    const index = indexOf(evaluator, target, scope);
    return {
      before: subscript(context, object, index),
      store: (value) => assignSubscript(context, object, index, value),
    };
  }
  if (target.type === 'attribute') {
    const object = evaluator.evaluate(target.object, scope);
    const before = attributeOf(evaluator.host, object, target.name);
    return { before, store: (value) => assignAttribute(object, target.name, value) };
  }
  return {
    before: evaluator.evaluate(target, scope),
    store: (value) => assign(host, target, value, scope),
  };
}
