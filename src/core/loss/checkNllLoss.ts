import { scalarTypeName } from '../tensor/dtypeNames';
import { rowLayoutOf } from '../tensor/rowLayout';
import { isSameShape } from '../tensor/shape';
import {
  checkImplemented,
  failure,
  formatSizes,
  type LossArguments,
  type TorchFailure,
} from './torchFailure';

/**
 * What PyTorch 2.13 raises first for `nll_loss(input, target, weight)` on the CPU, or null.
 * Source: aten/src/ATen/native/LossNLL.cpp (`nll_loss_nd_symint`, `nll_loss_forward`) and LossNLL2d.cpp.
 */
export function checkNllLoss(
  args: LossArguments,
  ignoreIndex: number,
  reduction: string,
): TorchFailure | null {
  const { input, target } = args;
  const dimCount = input.shape.length;
  if (dimCount < 1) return failure('ValueError', 'Expected 1 or more dimensions (got 0)');
  if (dimCount !== 1 && input.shape[0] !== (target.shape[0] ?? 0)) {
    const message = `Expected input batch_size (${input.shape[0]}) to match target batch_size (${target.shape[0] ?? 0}).`;
    return failure('ValueError', message, 'target-shape');
  }
  const shapeFailure = dimCount <= 2 ? checkRows(args) : checkSpatial(args);
  return shapeFailure ?? checkWeightDType(args, reduction) ?? checkBounds(args, ignoreIndex, reduction);
}

/** (C) with () or (1), and (N, C) with (N). */
function checkRows(args: LossArguments): TorchFailure | null {
  const { input, target, weight } = args;
  if (target.shape.length > 1) {
    const message = '0D or 1D target tensor expected, multi-target not supported';
    return failure('RuntimeError', message, 'target-shape');
  }
  const dtypeFailure = checkTargetDType(args);
  if (dtypeFailure !== null) return dtypeFailure;
  if (input.shape.length === 1 && target.shape.length === 1 && target.shape[0] !== 1) {
    const message = `For 1D input, 1D target must have size 1, but got target size: ${target.shape[0]}`;
    return failure('ValueError', message, 'target-shape');
  }
  const numClasses = input.shape[input.shape.length - 1];
  if (weight !== null && !isSameShape(weight.shape, [numClasses])) {
    return failure('RuntimeError', weightMessage(numClasses, weight.shape));
  }
  if (input.shape.length === 2 && target.shape.length === 0) {
    return failure('IndexError', 'Dimension specified as 0 but tensor has no dimensions');
  }
  return checkImplemented(input, 'nll_loss_out_frame');
}

/** (N, C, d1…dK) with (N, d1…dK). PyTorch words a wrong size in one way for two spatial dimensions, else in another. */
function checkSpatial(args: LossArguments): TorchFailure | null {
  const { input, target, weight } = args;
  const expected = [input.shape[0], ...input.shape.slice(2)];
  const isSizeRight = isSameShape(target.shape, expected);
  const hasTwoSpatialDims = input.shape.length === 4;
  if (target.shape.length === 0 && !hasTwoSpatialDims) {
    return failure('RuntimeError', 'ArrayRef: invalid slice, N = 1; size = 0');
  }
  if (hasTwoSpatialDims && target.shape.length !== 3) {
    const message = `only batches of spatial targets supported (3D tensors) but got targets of dimension: ${target.shape.length}`;
    return failure('RuntimeError', message, 'target-shape');
  }
  if (!hasTwoSpatialDims && !isSizeRight) {
    const message = `Expected target size ${formatSizes(expected)}, got ${formatSizes(target.shape)}`;
    return failure('RuntimeError', message, 'target-shape');
  }
  const dtypeFailure = checkTargetDType(args);
  if (dtypeFailure !== null) return dtypeFailure;
  if (weight !== null && weight.data.length !== input.shape[1]) {
    return failure('RuntimeError', 'weight tensor should be defined either for all or no classes');
  }
  if (!isSizeRight) {
    // PyTorch's own text lacks the closing bracket.
    const message = `size mismatch (got input: ${formatSizes(input.shape)} , target: ${formatSizes(target.shape)}`;
    return failure('RuntimeError', message, 'target-shape');
  }
  return checkImplemented(input, 'nll_loss2d_forward_out_frame');
}

/** Text for a weight that is not of shape (C). */
export function weightMessage(numClasses: number, weightShape: readonly number[]): string {
  return `weight tensor should be defined either for all ${numClasses} classes or no classes but got weight tensor of shape: ${formatSizes(weightShape)}`;
}

function checkTargetDType({ target }: LossArguments): TorchFailure | null {
  if (target.dtype === 'int64' || target.dtype === 'uint8') return null;
  const message = `expected target dtype to be Long or Byte, but got ${scalarTypeName(target.dtype)}`;
  return failure('RuntimeError', message, 'target-dtype');
}

function checkWeightDType({ input, target, weight }: LossArguments, reduction: string): TorchFailure | null {
  if (weight !== null && weight.dtype !== input.dtype) {
    const message = `expected scalar type ${scalarTypeName(input.dtype)} but found ${scalarTypeName(weight.dtype)}`;
    return failure('RuntimeError', message, 'weight-dtype');
  }
  // An empty target passes unless each loss is wanted: PyTorch looks at the type when it reads the first element.
  const isRead = target.data.length > 0 || reduction === 'none';
  if (input.shape.length > 2 && target.dtype === 'uint8' && isRead) {
    return failure('RuntimeError', 'expected scalar type Long but found Byte', 'target-dtype');
  }
  return null;
}

function checkBounds(
  { input, target }: LossArguments,
  ignoreIndex: number,
  reduction: string,
): TorchFailure | null {
  const { numClasses } = rowLayoutOf(input.shape);
  for (const value of target.data) {
    if (value === ignoreIndex || (value >= 0 && value < numClasses && Number.isInteger(value))) continue;
    // A byte of a batch whose losses stay apart is printed as a character.
    const isCharacter = target.dtype === 'uint8' && input.shape.length > 1 && reduction === 'none';
    const shown = isCharacter ? String.fromCharCode(value) : String(value);
    return failure('IndexError', `Target ${shown} is out of bounds.`);
  }
  return null;
}
