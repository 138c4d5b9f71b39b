import type { DType } from '../../../tensor/dtype';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { PythonError } from '../../values/pythonError';

/** A kernel that PyTorch does not have for a dtype. */
export function notImplemented(kernel: string, dtype: DType): PythonError {
  return new PythonError('NotImplementedError', `"${kernel}" not implemented for '${scalarTypeName(dtype)}'`);
}
