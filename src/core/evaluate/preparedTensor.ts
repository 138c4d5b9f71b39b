import { castTensor } from '../tensor/castTensor';
import type { DType } from '../tensor/dtype';
import { freshArray, type NewArray } from '../tensor/newArray';
import type { Tensor } from '../tensor/tensor';
import type { LiteralOperation, TensorLiteral } from '../text/literal';
import { applyOperation } from '../text/literalOperation';

/** A literal's value as PyTorch would hold it where it is used. */
export interface PreparedTensor {
  readonly tensor: Tensor;
  /** Every operation that was applied, innermost first. */
  readonly operations: readonly LiteralOperation[];
  /** The operation that cannot be applied (its dim does not exist); the value is the one before it. */
  readonly failed: LiteralOperation | null;
}

/**
 * The value of a literal after the operations around it and those on its way to a call (`further`), rounded to
 * its dtype at each step; `dtype` replaces its own.
 */
export function prepareTensor(
  literal: TensorLiteral,
  further: readonly LiteralOperation[] = [],
  dtype?: DType,
  newArray: NewArray = freshArray,
): PreparedTensor {
  const operations = [...literal.operations, ...further];
  let tensor = castTensor(literal.tensor, dtype ?? literal.tensor.dtype, newArray);
  for (const [done, operation] of operations.entries()) {
    const next = applyOperation(tensor, operation);
    if (next === null) return { tensor, operations: operations.slice(0, done), failed: operation };
    tensor = next;
  }
  return { tensor: dtype ? castTensor(tensor, dtype) : tensor, operations, failed: null };
}
