import { isFloatingPoint } from '../tensor/dtype';
import { scalarTypeName } from '../tensor/dtypeNames';
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
  const message = `"${kernelName}" not implemented for '${scalarTypeName(input.dtype)}'`;
  return failure('NotImplementedError', message, 'input-dtype');
}

/** A shape as PyTorch's C++ prints it: `[2, 3]`. */
export function formatSizes(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
