import { scalarTypeNames } from '../../../loss/torchFailure';
import type { DType } from '../../../tensor/dtype';
import { PythonError } from '../../values/pythonError';

/** A kernel that PyTorch does not have for a dtype. */
export function notImplemented(kernel: string, dtype: DType): PythonError {
  return new PythonError(
    'NotImplementedError',
    `"${kernel}" not implemented for '${scalarTypeNames[dtype]}'`,
  );
}
