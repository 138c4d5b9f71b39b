import { isFloatingPoint } from './dtype';
import { freshArray, type NewArray } from './newArray';
import { roundToDType } from './roundToDType';
import { numelOf } from './shape';
import type { Tensor } from './tensor';

/**
 * What was changed in a tensor, as little as there is to say: which of its indices are left, and which elements have
 * another value. Plain data, small for any size of tensor.
 */
export interface TensorEdit {
  /**
   * For each dimension of the edited tensor: for each index the one of the original that it shows, `newIndex` for one
   * that was added. Null for a dimension that is as it was, absent when all are.
   */
  readonly dims?: readonly (readonly number[] | null)[];
  /** Flat indices, in the edited tensor, of the elements that have another value; ascending, no two the same. */
  readonly at: Float64Array;
  /** Their values, one for each of `at`. */
  readonly values: Float64Array;
}

/** Stands in `TensorEdit.dims` for an index without an original. Its elements are 0 unless `at` names them. */
export const newIndex = -1;

/** Nothing changed. */
export const noEdit: TensorEdit = { at: new Float64Array(0), values: new Float64Array(0) };

/** An edited tensor that is looked at element by element, without a copy of the original. */
export interface EditedView {
  readonly shape: readonly number[];
  readonly dtype: Tensor['dtype'];
  /** Element at a flat index of `shape`, rounded to `dtype`. */
  valueAt(index: number): number;
  /** True for an element that has another value than its original, or none. */
  isChanged(index: number): boolean;
}

export function editedShape(shape: readonly number[], { dims }: TensorEdit): readonly number[] {
  return dims ? shape.map((size, d) => dims[d]?.length ?? size) : shape;
}

/** The edited tensor without a copy. Whole numbers that get a fraction become float32, as `torch.tensor` would infer. */
export function viewEdited(original: Tensor, edit: TensorEdit = noEdit): EditedView {
  const shape = editedShape(original.shape, edit);
  const isWhole = isFloatingPoint(original.dtype) || edit.values.every(Number.isInteger);
  const dtype = isWhole ? original.dtype : 'float32';
  const changes = new Map<number, number>();
  edit.at.forEach((index, i) => {
    changes.set(index, edit.values[i]);
  });
  const sourceOf = edit.dims ? sourceIndices(original.shape, shape, edit.dims) : (index: number) => index;
  return {
    shape,
    dtype,
    valueAt: (index) => {
      const source = changes.has(index) ? newIndex : sourceOf(index);
      const value = changes.get(index) ?? (source === newIndex ? 0 : original.data[source]);
      return roundToDType(value, dtype);
    },
    isChanged: (index) => changes.has(index) || sourceOf(index) === newIndex,
  };
}

/** The edited tensor, new; the original itself when nothing was changed. */
export function applyEdit(
  original: Tensor,
  edit: TensorEdit | undefined,
  newArray: NewArray = freshArray,
): Tensor {
  if (!edit || (!edit.dims && edit.at.length === 0)) return original;
  const { shape, dtype, valueAt } = viewEdited(original, edit);
  const data = newArray(numelOf(shape));
  if (edit.dims) {
    for (let i = 0; i < data.length; i++) data[i] = valueAt(i);
    return { data, shape, dtype };
  }
  data.set(original.data);
  edit.at.forEach((index, i) => {
    data[index] = roundToDType(edit.values[i], dtype);
  });
  return { data, shape, dtype };
}

/** The edit with further elements changed: `at` are flat indices of the edited tensor, in any order. */
export function withValues(edit: TensorEdit, at: ArrayLike<number>, values: ArrayLike<number>): TensorEdit {
  const changes = new Map<number, number>();
  edit.at.forEach((index, i) => {
    changes.set(index, edit.values[i]);
  });
  for (let i = 0; i < at.length; i++) changes.set(at[i], values[i]);
  return fromChanges(edit.dims, changes);
}

/** The edit with an index inserted before `position` of a dimension; `shape` is that of the original. */
export function withInserted(
  shape: readonly number[],
  edit: TensorEdit,
  dim: number,
  position: number,
): TensorEdit {
  return withIndices(shape, edit, dim, (indices) => indices.splice(position, 0, newIndex), [position, 1]);
}

/** The edit without index `position` of a dimension; `shape` is that of the original. */
export function withRemoved(
  shape: readonly number[],
  edit: TensorEdit,
  dim: number,
  position: number,
): TensorEdit {
  return withIndices(shape, edit, dim, (indices) => indices.splice(position, 1), [position, -1]);
}

function withIndices(
  shape: readonly number[],
  edit: TensorEdit,
  dim: number,
  change: (indices: number[]) => void,
  [position, by]: readonly [number, number],
): TensorEdit {
  const before = editedShape(shape, edit);
  const changed = [...(edit.dims?.[dim] ?? Array.from({ length: shape[dim] }, (_, i) => i))];
  change(changed);
  const dims = shape.map((_, d) => (d === dim ? changed : (edit.dims?.[d] ?? null)));
  const after = before.map((size, d) => (d === dim ? size + by : size));
  const stride = numelOf(before.slice(dim + 1));
  const changes = new Map<number, number>();
  edit.at.forEach((index, i) => {
    const inner = index % stride;
    const along = Math.floor(index / stride) % before[dim];
    const outer = Math.floor(index / stride / before[dim]);
    if (by < 0 && along === position) return;
    const moved = along >= position ? along + by : along;
    changes.set((outer * after[dim] + moved) * stride + inner, edit.values[i]);
  });
  return fromChanges(dims, changes);
}

function fromChanges(dims: TensorEdit['dims'], changes: ReadonlyMap<number, number>): TensorEdit {
  const at = Float64Array.from(changes.keys()).sort();
  const values = at.map((index) => changes.get(index) ?? 0);
  return dims ? { dims, at, values } : { at, values };
}

/** Flat index in the original for one in the edited tensor; `newIndex` where it has none. */
function sourceIndices(
  original: readonly number[],
  edited: readonly number[],
  dims: NonNullable<TensorEdit['dims']>,
): (index: number) => number {
  return (index) => {
    let rest = index;
    let source = 0;
    let stride = 1;
    for (let d = edited.length - 1; d >= 0; d--) {
      const along = rest % edited[d];
      rest = Math.floor(rest / edited[d]);
      const from = dims[d]?.[along] ?? along;
      if (from === newIndex) return newIndex;
      source += from * stride;
      stride *= original[d];
    }
    return source;
  };
}
