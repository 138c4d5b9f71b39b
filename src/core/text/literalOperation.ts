import { implicitSoftmaxDim, logSoftmax, softmax } from '../loss/logSoftmax';
import { castTensor } from '../tensor/castTensor';
import { type DType, dtypes, isFloatingPoint } from '../tensor/dtype';
import { classDimOf } from '../tensor/shape';
import { createTensor, type Tensor } from '../tensor/tensor';
import type { LiteralOperation } from './literal';

const elementwise: Readonly<Record<string, (x: number) => number>> = {
  log: Math.log,
  exp: Math.exp,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  logsigmoid: (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
};

/** True for the name of what `applyOperation` computes, casts aside. */
export function isApplied(name: string): boolean {
  return name === 'softmax' || name === 'log_softmax' || Object.hasOwn(elementwise, name);
}

/** The dimension that a softmax operation works on, counted from 0. */
export function softmaxDimOf(operation: LiteralOperation, shape: readonly number[]): number {
  const dim = operation.dim ?? implicitSoftmaxDim(shape.length);
  return dim < 0 ? dim + shape.length : dim;
}

/**
 * The tensor after a written operation: log, exp, sigmoid, logsigmoid, softmax, log_softmax or a dtype name (a
 * cast). Computed in float64 and rounded to the dtype; integers become float32 as in PyTorch, but have no softmax
 * there. Null when the operation is not one of these, or its `dim` does not exist.
 */
export function applyOperation(tensor: Tensor, operation: LiteralOperation): Tensor | null {
  const { name } = operation;
  if (dtypes.includes(name as DType)) return castTensor(tensor, name as DType);
  const input = isFloatingPoint(tensor.dtype) ? tensor : castTensor(tensor, 'float32');
  if (Object.hasOwn(elementwise, name)) {
    const data = input.data.map(elementwise[name]);
    return castTensor(createTensor(data, input.shape, input.dtype), input.dtype);
  }
  if ((name !== 'softmax' && name !== 'log_softmax') || !isFloatingPoint(tensor.dtype)) return null;
  const dim = softmaxDimOf(operation, input.shape);
  if (dim < 0 || dim >= Math.max(1, input.shape.length)) return null;
  return castTensor(name === 'softmax' ? softmax(input, dim) : logSoftmax(input, dim), input.dtype);
}

/** True when the operation normalises along another dimension than the class dimension of `shape`. */
export function isOffClassDim(operation: LiteralOperation, shape: readonly number[]): boolean {
  return softmaxDimOf(operation, shape) !== classDimOf(shape);
}
