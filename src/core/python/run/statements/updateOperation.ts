import type { TorchContext } from '../../torch/tensor/torchContext';
import { PythonError } from '../../values/pythonError';
import type { Value } from '../../values/values';
import { binaryOperation } from '../expressions/pythonOperators';

/** Python names the operator with its `=` when it complains. */
export function updateOperation(context: TorchContext, operator: string, left: Value, right: Value): Value {
  try {
    return binaryOperation(context, operator, left, right);
  } catch (error) {
    const prefix = `unsupported operand type(s) for ${operator === '**' ? '** or pow()' : operator}:`;
    if (!(error instanceof PythonError) || !error.message.startsWith(prefix)) throw error;
    throw new PythonError(
      error.type,
      error.message.replace(prefix, `unsupported operand type(s) for ${operator}=:`),
    );
  }
}
