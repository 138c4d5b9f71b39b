import type { Tensor } from '../tensor';

/** Elements that are shown at each end of a dimension of a summarised print. */
export const edgeItems = 3;

/** Tensors of more elements are summarised. PyTorch and NumPy agree in both numbers. */
const threshold = 1000;

export function isSummarised({ data }: Tensor): boolean {
  return data.length > threshold;
}

/** The elements that a summarised print shows. */
export function edgeData({ data, shape, dtype }: Tensor): Tensor {
  let positions: readonly number[] = [0];
  for (const size of shape) {
    const shown = Array.from({ length: size }, (_, i) => i).filter(
      (i) => size <= 2 * edgeItems || i < edgeItems || i >= size - edgeItems,
    );
    positions = positions.flatMap((position) => shown.map((i) => position * size + i));
  }
  return {
    data: Float64Array.from(positions, (position) => data[position]),
    shape: [positions.length],
    dtype,
  };
}
