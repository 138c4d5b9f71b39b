import { isNumber, type Value } from '../../values/values';
import { refused } from '../refused';
import type { Operand } from '../tensor/promote';
import { TorchTensor } from '../tensor/torchTensor';

/** A tensor or a number. */
export function operandOf(value: Value | undefined, callee: string): Operand {
  if (value instanceof TorchTensor || isNumber(value ?? null)) return value as Operand;
  throw refused(callee);
}
