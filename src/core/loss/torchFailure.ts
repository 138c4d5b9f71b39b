import { type DType, isFloatingPoint } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import type { TorchError } from './lossTypes';

/** The tensors given to a loss. */
export interface LossArguments {
  readonly input: Tensor;
  readonly target: Tensor;
  readonly weight: Tensor | null;
}

/** What is wrong, as far as a correction depends on it. */
export type FailureCause =
  | 'input-dtype'
  | 'target-dtype'
  | 'target-shape'
  | 'probability-dtype'
  | 'weight-dtype'
  | 'kl-target-dtype'
  | 'other';

/** PyTorch's first complaint about a call. */
export interface TorchFailure {
  readonly type: TorchError['type'];
  readonly message: string;
  readonly cause: FailureCause;
}

/** PyTorch's names of the element types in its messages (c10/core/ScalarType.h). */
export const scalarTypeNames: Readonly<Record<DType, string>> = {
  float64: 'Double',
  float32: 'Float',
  float16: 'Half',
  bfloat16: 'BFloat16',
  int64: 'Long',
  int32: 'Int',
  int16: 'Short',
  int8: 'Char',
  uint8: 'Byte',
  bool: 'Bool',
};

export function failure(
  type: TorchError['type'],
  message: string,
  cause: FailureCause = 'other',
): TorchFailure {
  return { type, message, cause };
}

/** A kernel that PyTorch has for floating-point inputs alone. */
export function checkImplemented(input: Tensor, kernelName: string): TorchFailure | null {
  if (isFloatingPoint(input.dtype)) return null;
  const message = `"${kernelName}" not implemented for '${scalarTypeNames[input.dtype]}'`;
  return failure('NotImplementedError', message, 'input-dtype');
}

/** A shape as PyTorch's C++ prints it: `[2, 3]`. */
export function formatSizes(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
