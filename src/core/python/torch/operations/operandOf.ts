import * as l10n from '../../../l10n';
import { NotEvaluated } from '../../values/pythonError';
import { isNumber, type Value } from '../../values/values';
import type { Operand } from '../tensor/promote';
import { TorchTensor } from '../tensor/torchTensor';

/** A tensor or a number. */
export function operandOf(value: Value | undefined, callee: string): Operand {
  if (value instanceof TorchTensor || isNumber(value ?? null)) return value as Operand;
  throw new NotEvaluated(l10n.t('{0}(…) with these arguments', callee));
}
