import type { EvaluatedTensor } from '../diagnosis/evaluatedPair';
import { classDimOf } from '../tensor/shape';
import type { TensorEdit } from '../tensor/tensorEdit';
import type { ClassList } from '../text/classLists';
import type { TensorLiteral } from '../text/literal';
import type { TextRange } from '../textRange';

/** What of a text can name the classes of an input. */
export interface ClassSource extends TextRange {
  /** The variable or key that the names are given to; null for the header of a table. */
  readonly name: string | null;
  /** By the index of the class, as the input is written. */
  readonly classNames: readonly string[];
}

/** Names that mean the samples as well, where there are as many of them as classes. */
const isOfSamplesToo: ReadonlySet<string> = new Set(['labels', 'target_names', 'targetnames']);

/** What has as many names as the input has classes: the header of its table, and lists of the text. */
export function classSources(
  { columnNames, operations, from, to }: TensorLiteral,
  { unedited: { shape } }: EvaluatedTensor,
  lists: readonly ClassList[],
): readonly ClassSource[] {
  const numClasses = shape[classDimOf(shape)];
  const isTable = columnNames?.length === numClasses && shape.length === 2 && operations.length === 0;
  const header: readonly ClassSource[] =
    columnNames && isTable ? [{ name: null, classNames: columnNames, from, to }] : [];
  const fitting = lists.filter(
    ({ name, classNames }) =>
      classNames.length === numClasses &&
      !(isOfSamplesToo.has(name.toLowerCase()) && shape.length > 1 && shape[0] === numClasses),
  );
  return [...header, ...fitting];
}

/**
 * Which source names the classes: the only one, unless the user has chosen another, or none with null. Null where
 * several could, and none was chosen.
 */
export function usedClassSource(
  sources: readonly ClassSource[],
  chosen: number | null | undefined,
): number | null {
  if (chosen === null || (chosen !== undefined && chosen < sources.length)) return chosen;
  return sources.length === 1 ? 0 : null;
}

/** Names move with the classes that the user adds and removes; '' for one that was added. */
export function editedNames(
  names: readonly string[],
  { unedited: { shape } }: EvaluatedTensor,
  edit: TensorEdit | undefined,
): readonly string[] {
  const order = edit?.dims?.[classDimOf(shape)];
  return order ? order.map((klass) => names[klass] ?? '') : names;
}
