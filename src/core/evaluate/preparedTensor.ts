import { castTensor } from '../tensor/castTensor';
import type { DType } from '../tensor/dtype';
import { applyOperation } from '../tensor/operations';
import type { Tensor } from '../tensor/tensor';
import type { LiteralOperation, TensorLiteral } from '../text/literal';

/** A literal's value as PyTorch would hold it where it is used. */
export interface PreparedTensor {
  readonly tensor: Tensor;
  /** Every operation that was applied, innermost first. */
  readonly operations: readonly LiteralOperation[];
}

/**
 * The value of a literal after the operations around it and those on its way to a call (`further`), rounded to
 * its dtype at each step; `dtype` replaces a floating-point dtype at the end.
 *
 * @throws RangeError when an operation cannot be applied, which readers of text have to rule out.
 */
export function prepareTensor(
  literal: TensorLiteral,
  further: readonly LiteralOperation[] = [],
  dtype?: DType,
): PreparedTensor {
  const operations = [...literal.operations, ...further];
  let tensor = castTensor(literal.tensor, dtype ?? literal.tensor.dtype);
  for (const operation of operations) {
    const next = applyOperation(tensor, operation);
    if (next === null) throw new RangeError(`cannot apply ${operation.name} with dim ${operation.dim}`);
    tensor = next;
  }
  return { tensor: dtype ? castTensor(tensor, dtype) : tensor, operations };
}
