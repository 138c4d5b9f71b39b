import { softmax } from '../../loss/logSoftmax';
import { isFloatingPoint } from '../../tensor/dtype';
import type { TensorLiteral } from '../../text/literal';

/** Numbers with fewer decimals are too close to many others: the one-hot target of a sure row is as good as its softmax. */
const fewestDecimals = 3;

/** Decimals up to which two computations of one softmax in float32 agree. */
const mostDecimals = 5;

/** True when a tensor is the softmax of another over its classes, as far as both are written: printed beside it. */
export function isSoftmaxOf(literal: TensorLiteral, source: TensorLiteral): boolean {
  const isWritten = literal.operations.length === 0 && source.operations.length === 0;
  const { data, dtype, shape } = literal.tensor;
  if (!isWritten || shape.length === 0 || !isFloatingPoint(dtype) || literal === source) return false;
  const { decimals } = literal;
  if (decimals === null || decimals < fewestDecimals) return false;
  // What is printed beside it may be rounded to as many decimals, and moves the softmax by less than that.
  const tolerance = 1.5 * 10 ** -Math.min(decimals, mostDecimals);
  // Probabilities lie between 0 and 1: most other tensors need no softmax to be told apart.
  if (!data.every((x) => x >= 0 && x <= 1)) return false;
  const probs = softmax(source.tensor).data;
  return data.every((x, i) => Math.abs(x - probs[i]) <= tolerance);
}
