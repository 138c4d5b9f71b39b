import { numelOf } from './shape';

/** Shape of an operation on two tensors, or the first pair of sizes, from the right, that do not go together. */
export interface Broadcast {
  /** Meaningful when `mismatch` is null. */
  readonly shape: readonly number[];
  readonly mismatch: { readonly a: number; readonly b: number; readonly dim: number } | null;
}

/** PyTorch's broadcasting: shapes are aligned at the right, and a size of 1 (or none) is repeated. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): Broadcast {
  const dimCount = Math.max(a.length, b.length);
  const shape = new Array<number>(dimCount).fill(1);
  for (let dim = dimCount - 1; dim >= 0; dim--) {
    const sizeA = a[dim - dimCount + a.length] ?? 1;
    const sizeB = b[dim - dimCount + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      return { shape, mismatch: { a: sizeA, b: sizeB, dim } };
    }
    shape[dim] = sizeA === 1 ? sizeB : sizeA;
  }
  return { shape, mismatch: null };
}

/** For each element of `shape`, in row-major order, the position of the element of a tensor `from` that it repeats. */
export function broadcastOffsets(from: readonly number[], shape: readonly number[]): Int32Array {
  let offsets = Int32Array.of(0);
  let stride = 1;
  const numel = numelOf(shape);
  if (numel === 0) return new Int32Array(0);
  for (let dim = shape.length - 1, k = from.length - 1; dim >= 0; dim--, k--) {
    const size = from[k] ?? 1;
    const step = size === 1 ? 0 : stride;
    const next = new Int32Array(offsets.length * shape[dim]);
    for (let i = 0; i < next.length; i++) {
      const index = Math.floor(i / offsets.length);
      next[i] = index * step + offsets[i - index * offsets.length];
    }
    offsets = next;
    stride *= size;
  }
  return offsets;
}
