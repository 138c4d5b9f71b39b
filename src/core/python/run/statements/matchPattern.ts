import * as l10n from '../../../l10n';
import type { Expression, Pattern } from '../../syntax/ast';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { truthOf } from '../../torch/tensor/truth';
import { NotEvaluated } from '../../values/pythonError';
import { isNumber, PyList, PyObject, PyTuple, type Value } from '../../values/values';
import { comparison } from '../expressions/pythonOperators';

/** Whether a value matches a pattern of `case`; what the pattern names is put into `captured`. */
export function matches(
  context: TorchContext,
  pattern: Pattern,
  subject: Value,
  captured: Map<string, Value>,
  evaluate: (node: Expression) => Value,
): boolean {
  const go = (one: Pattern, value: Value): boolean => {
    switch (one.kind) {
      case 'value':
        return isValue(context, one.value, value, evaluate);
      case 'capture':
        if (one.name !== null) captured.set(one.name, value);
        return true;
      case 'or':
        return one.patterns.some((part) => go(part, value));
      case 'as':
        if (!go(one.pattern, value)) return false;
        captured.set(one.name, value);
        return true;
      case 'sequence':
        return isSequence(one.patterns, value, go);
      default:
        throw new NotEvaluated(l10n.t('this pattern'));
    }
  };
  return go(pattern, subject);
}

/** `None`, `True` and `False` are compared by `is`, all else by `==`. */
function isValue(
  context: TorchContext,
  node: Expression,
  value: Value,
  evaluate: (node: Expression) => Value,
): boolean {
  const wanted = evaluate(node);
  const isSingle = wanted === null || typeof wanted === 'boolean';
  if (value instanceof PyObject && !(value instanceof PyTuple || value instanceof PyList) && !isNumber(value))
    throw new NotEvaluated(l10n.t('match of this'));
  return isSingle ? value === wanted : truthOf(comparison(context, '==', value, wanted));
}

function isSequence(
  patterns: readonly Pattern[],
  value: Value,
  go: (pattern: Pattern, value: Value) => boolean,
): boolean {
  if (patterns.some(({ kind }) => kind === 'star')) throw new NotEvaluated(l10n.t('this pattern'));
  if (typeof value === 'string' || !(value instanceof PyObject)) return false;
  if (!(value instanceof PyList || value instanceof PyTuple)) throw new NotEvaluated(l10n.t('match of this'));
  const { items } = value;
  return items.length === patterns.length && patterns.every((part, i) => go(part, items[i]));
}
