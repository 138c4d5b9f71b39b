import type { EvaluatedTensor } from '../diagnosis/evaluatedPair';
import type { TensorEdit } from '../tensor/tensorEdit';
import type { TensorLiteral } from '../text/literal';

/**
 * What the classes are called: by the header of the table that the input (N, C) is. They move with the columns that the
 * user adds and removes; '' for one that was added.
 */
export function classNames(
  { columnNames, operations }: TensorLiteral,
  { unedited }: EvaluatedTensor,
  edit: TensorEdit | undefined,
): readonly string[] | null {
  const isByClass = unedited.shape.length === 2 && unedited.shape[1] === columnNames?.length;
  if (!columnNames || !isByClass || operations.length > 0) return null;
  const order = edit?.dims?.[1];
  return order ? order.map((column) => columnNames[column] ?? '') : columnNames;
}
