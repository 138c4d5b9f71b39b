import * as l10n from '../../../l10n';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { NotEvaluated, typeError } from '../../values/pythonError';
import { PyList, PyTuple, typeNameOf, type Value } from '../../values/values';

/** What Python says of an operator between values that have none. */
export function unsupported(operator: string, left: Value, right: Value): Error {
  if (operator === '+' && typeof left === 'string') {
    return typeError(`can only concatenate str (not "${typeNameOf(right)}") to str`);
  }
  if (operator === '+' && (left instanceof PyList || left instanceof PyTuple)) {
    return typeError(
      `can only concatenate ${typeNameOf(left)} (not "${typeNameOf(right)}") to ${typeNameOf(left)}`,
    );
  }
  const isSequence = [left, right].some(
    (one) => typeof one === 'string' || one instanceof PyList || one instanceof PyTuple,
  );
  if (operator === '*' && isSequence && (left instanceof TorchTensor || right instanceof TorchTensor)) {
    return new NotEvaluated(l10n.t('* of a list and a tensor'));
  }
  if (operator === '*' && isSequence) {
    const other =
      typeof left === 'string' || left instanceof PyList || left instanceof PyTuple ? right : left;
    return typeError(`can't multiply sequence by non-int of type '${typeNameOf(other)}'`);
  }
  const shown = operator === '**' ? '** or pow()' : operator;
  return typeError(
    `unsupported operand type(s) for ${shown}: '${typeNameOf(left)}' and '${typeNameOf(right)}'`,
  );
}
