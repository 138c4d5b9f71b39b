import {
  applyEdit,
  classDimOf,
  type EvaluatedTensor,
  type EvaluateOptions,
  type Evaluation,
  type Mending,
  mended,
  noEdit,
  type Tensor,
  type TensorEdit,
  withInserted,
  withRemoved,
  withValues,
} from '../../core';
import { tensorOf } from '../view/samples';

/** A tensor of a report that can be changed in place. */
export type EditableRole = 'input' | 'target' | 'weight';

/** The options with elements of a tensor changed; `at` are flat indices of the tensor as it is now. */
export function changeValues(
  evaluation: Evaluation,
  options: EvaluateOptions,
  role: EditableRole,
  at: ArrayLike<number>,
  values: ArrayLike<number>,
): EvaluateOptions {
  return changed(evaluation, options, role, (_, edit) => withValues(edit, at, values));
}

/** The options with the input as it is when it is mended, whatever the temperature was. */
export function mendInput(
  evaluation: Evaluation,
  options: EvaluateOptions,
  mending: Mending,
): EvaluateOptions {
  const input = tensorOf(evaluation.tensors, 'input');
  if (!input) return options;
  const values = mended(mending, input.tensor);
  const { temperature: _, ...rest } = options;
  return changeValues(evaluation, rest, 'input', Array.from(values.keys()), values);
}

/** The options with a sample more before row `row` of the input, and of a target that has its rows. */
export function insertRow(evaluation: Evaluation, options: EvaluateOptions, row: number): EvaluateOptions {
  return changeRows(evaluation, options, (shape, edit) => withInserted(shape, edit, 0, row));
}

/** The options without row `row` of the input, and of a target that has its rows. */
export function removeRow(evaluation: Evaluation, options: EvaluateOptions, row: number): EvaluateOptions {
  return changeRows(evaluation, options, (shape, edit) => withRemoved(shape, edit, 0, row));
}

/** The options with a class more before class `klass`: its weight is 1, and class indices above it move up. */
export function insertClass(
  evaluation: Evaluation,
  options: EvaluateOptions,
  klass: number,
): EvaluateOptions {
  const next = changeClasses(evaluation, options, (shape, edit, dim) =>
    withInserted(shape, edit, dim, klass),
  );
  const weighted = evaluation.options.weight
    ? changed(evaluation, next, 'weight', (_, edit) => withValues(edit, [klass], [1]))
    : next;
  return renumbered(evaluation, weighted, (index) => (index >= klass ? index + 1 : index));
}

/** The options without class `klass`: class indices above it move down, samples of that class are ignored. */
export function removeClass(
  evaluation: Evaluation,
  options: EvaluateOptions,
  klass: number,
): EvaluateOptions {
  const { ignoreIndex } = evaluation.options;
  const next = changeClasses(evaluation, options, (shape, edit, dim) => withRemoved(shape, edit, dim, klass));
  return renumbered(evaluation, next, (index) =>
    index === klass ? ignoreIndex : index > klass ? index - 1 : index,
  );
}

type Change = (shape: readonly number[], edit: TensorEdit) => TensorEdit;

/**
 * Changes a tensor where it comes from: the text's by an edit, one that was entered or assumed as a whole, which then
 * stands among the options.
 */
function changed(
  evaluation: Evaluation,
  options: EvaluateOptions,
  role: EditableRole,
  change: Change,
): EvaluateOptions {
  const written = writtenTensor(evaluation, options, role);
  if (written) {
    const edit = change(written.unedited.shape, options.edits?.[written.literal] ?? noEdit);
    return { ...options, edits: { ...options.edits, [written.literal]: edit } };
  }
  const whole = wholeTensor(evaluation, options, role);
  return whole && role !== 'input'
    ? { ...options, [role]: applyEdit(whole, change(whole.shape, noEdit)) }
    : options;
}

function writtenTensor(
  { tensors }: Evaluation,
  options: EvaluateOptions,
  role: EditableRole,
): (EvaluatedTensor & { readonly literal: number }) | null {
  const tensor = tensorOf(tensors, role);
  if (!tensor || tensor.literal === null || (role !== 'input' && options[role])) return null;
  return { ...tensor, literal: tensor.literal };
}

function wholeTensor(
  { tensors, options: used }: Evaluation,
  options: EvaluateOptions,
  role: EditableRole,
): Tensor | null {
  if (role === 'weight') return options.weight ?? used.weight;
  return role === 'target' && options.target ? options.target : (tensorOf(tensors, role)?.tensor ?? null);
}

function changeRows(evaluation: Evaluation, options: EvaluateOptions, change: Change): EvaluateOptions {
  const target = tensorOf(evaluation.tensors, 'target');
  const next = changed(evaluation, options, 'input', change);
  const hasRows = target !== undefined && !target.isAssumed && target.tensor.shape.length > 0;
  return hasRows ? changed(evaluation, next, 'target', change) : next;
}

function changeClasses(
  evaluation: Evaluation,
  options: EvaluateOptions,
  change: (shape: readonly number[], edit: TensorEdit, dim: number) => TensorEdit,
): EvaluateOptions {
  const input = tensorOf(evaluation.tensors, 'input');
  if (!input) return options;
  const dim = classDimOf(input.tensor.shape);
  let next = changed(evaluation, options, 'input', (shape, edit) => change(shape, edit, dim));
  if (hasClassRows(evaluation)) {
    next = changed(evaluation, next, 'target', (shape, edit) => change(shape, edit, dim));
  }
  const hasWeight = evaluation.options.weight !== null;
  return hasWeight ? changed(evaluation, next, 'weight', (shape, edit) => change(shape, edit, 0)) : next;
}

/** True for a target of the input's shape: probabilities of the classes. */
function hasClassRows({ tensors }: Evaluation): boolean {
  const input = tensorOf(tensors, 'input')?.tensor.shape;
  const target = tensorOf(tensors, 'target')?.tensor.shape;
  return input !== undefined && target !== undefined && String(input) === String(target);
}

function renumbered(
  evaluation: Evaluation,
  options: EvaluateOptions,
  renumber: (index: number) => number,
): EvaluateOptions {
  const target = tensorOf(evaluation.tensors, 'target');
  if (!target || target.isAssumed || hasClassRows(evaluation)) return options;
  const { data } = target.tensor;
  const moved = Array.from(data.keys()).filter((i) => renumber(data[i]) !== data[i]);
  const values = moved.map((i) => renumber(data[i]));
  return moved.length > 0 ? changeValues(evaluation, options, 'target', moved, values) : options;
}
