import { isFloatingPoint } from '../../../tensor/dtype';
import { isNumber, typeNameOf, type Value } from '../../values/values';
import { TorchTensor } from './torchTensor';

/** A parameter of the functions behind the losses, and what PyTorch takes for it. */
export interface LossParameter {
  readonly name: string;
  /** Where it stands in the function behind; null for one that has no place. */
  readonly position: number | null;
  /** Its type in PyTorch's messages. */
  readonly type: string;
  readonly isTaken: (value: Value) => boolean;
}

/** In the order in which PyTorch looks at them. Source: aten/src/ATen/native/native_functions.yaml. */
export const lossParameters: readonly LossParameter[] = [
  { name: 'input', position: 1, type: 'Tensor', isTaken: isTensor },
  { name: 'target', position: 2, type: 'Tensor', isTaken: isTensor },
  { name: 'weight', position: 3, type: 'Tensor', isTaken: (value) => value === null || isTensor(value) },
  { name: 'ignore_index', position: 5, type: 'int', isTaken: isInt },
  { name: 'label_smoothing', position: 6, type: 'float', isTaken: isFloat },
  { name: 'log_target', position: null, type: 'bool', isTaken: (value) => typeof value === 'boolean' },
];

function isTensor(value: Value): boolean {
  return value instanceof TorchTensor && value.library === 'torch';
}

/** Also a tensor of one whole number. */
function isInt(value: Value): boolean {
  if (value instanceof TorchTensor) return value.numel === 1 && !isFloatingPoint(value.dtype);
  return typeof value === 'bigint';
}

/** Also a tensor without dimensions, but for an array. */
function isFloat(value: Value): boolean {
  if (value instanceof TorchTensor) return value.dimCount === 0 && typeNameOf(value) !== 'numpy.ndarray';
  return isNumber(value);
}
