import { isFloatingPoint } from '../tensor/dtype';
import { scalarTypeName } from '../tensor/dtypeNames';
import { classDimOf, isSameShape } from '../tensor/shape';
import { checkNllLoss, weightMessage } from './checkNllLoss';
import { formatGeneral } from './formatGeneral';
import type { Reduction } from './lossTypes';
import {
  checkImplemented,
  failure,
  formatSizes,
  type LossArguments,
  type TorchFailure,
} from './torchFailure';

export interface CrossEntropyChecks {
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
  readonly reduction: Reduction;
}

/** True when PyTorch takes the target for class probabilities: input and target have the same shape. */
export function isProbabilityTarget({ input, target }: Pick<LossArguments, 'input' | 'target'>): boolean {
  return isSameShape(input.shape, target.shape);
}

/**
 * What PyTorch 2.13 raises first for `cross_entropy(input, target, weight, …)` on the CPU, or null.
 * Source: aten/src/ATen/native/LossNLL.cpp (`cross_entropy_loss_symint` and what it calls) and SoftMax.cpp.
 */
export function checkCrossEntropyLoss(args: LossArguments, checks: CrossEntropyChecks): TorchFailure | null {
  if (isProbabilityTarget(args)) return checkProbabilities(args, checks);
  return (
    checkLabelSmoothing(checks) ??
    checkLogSoftmax(args) ??
    checkNllLoss(args, checks.ignoreIndex, checks.reduction) ??
    checkSmoothing(args, checks)
  );
}

function checkProbabilities(args: LossArguments, checks: CrossEntropyChecks): TorchFailure | null {
  const { input, target, weight } = args;
  if (!isFloatingPoint(target.dtype)) {
    const message = `Expected floating point type for target with class probabilities, got ${scalarTypeName(target.dtype)}`;
    return failure('RuntimeError', message, 'probability-dtype');
  }
  if (checks.ignoreIndex >= 0) {
    return failure('RuntimeError', 'ignore_index is not supported for floating point target');
  }
  if (input.shape.length === 0) {
    return failure('IndexError', 'Dimension specified as 1 but tensor has no dimensions');
  }
  const numClasses = input.shape[classDimOf(input.shape)];
  if (weight !== null && !isSameShape(weight.shape, [numClasses])) {
    return failure('RuntimeError', `cross_entropy: ${weightMessage(numClasses, weight.shape)}`);
  }
  return checkLogSoftmax(args) ?? checkLabelSmoothing(checks);
}

function checkLabelSmoothing({ labelSmoothing }: CrossEntropyChecks): TorchFailure | null {
  if (!(labelSmoothing > 1)) return null;
  const message = `label_smoothing must be between 0.0 and 1.0. Got: ${formatGeneral(labelSmoothing)}`;
  return failure('RuntimeError', message);
}

function checkLogSoftmax({ input }: LossArguments): TorchFailure | null {
  if (input.shape.length === 0) {
    const message = 'Dimension out of range (expected to be in range of [-1, 0], but got 1)';
    return failure('IndexError', message);
  }
  if (input.data.length === 0) return null;
  const isLastDim = input.shape.length <= 2;
  return checkImplemented(input, isLastDim ? 'log_softmax_lastdim_kernel_impl' : 'log_softmax_kernel_impl');
}

/** What only the smoothing part refuses, after `nll_loss` was content. */
function checkSmoothing(args: LossArguments, checks: CrossEntropyChecks): TorchFailure | null {
  const { input, target, weight } = args;
  if (!(checks.labelSmoothing > 0)) return null;
  const numClasses = input.shape[classDimOf(input.shape)];
  const isWeightVector = weight === null || weight.shape.length === 1;
  if (weight !== null && weight.shape[0] !== numClasses) {
    const view = input.shape.map((_, dim) => (dim === 1 ? weight.shape[0] : 1));
    const message = `shape '${formatSizes(view)}' is invalid for input of size ${weight.data.length}`;
    return failure('RuntimeError', message);
  }
  if (input.shape.length === 1 && target.shape.length === 1) {
    const message = "output with shape [] doesn't match the broadcast shape [1]";
    return failure('RuntimeError', message, 'target-shape');
  }
  if (checks.reduction !== 'mean' || weight === null) return null;
  if (target.dtype === 'uint8') {
    const message = 'gather(): Expected dtype int32/int64 for index';
    return failure('RuntimeError', message, 'target-dtype');
  }
  if (isWeightVector) return null;
  return failure('RuntimeError', 'Index tensor must have the same number of dimensions as input tensor');
}
