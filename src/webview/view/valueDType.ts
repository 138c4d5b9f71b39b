import { type DType, type Evaluation, isFloatingPoint } from '../../core';

/** What losses, probabilities and gradients are computed in: for whole numbers, which PyTorch refuses, their `.float()`. */
export function valueDType({ options }: Pick<Evaluation, 'options'>): DType {
  return isFloatingPoint(options.dtype) ? options.dtype : 'float32';
}
