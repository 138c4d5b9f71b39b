import { contiguousStrides, numelOf } from '../../../../tensor/shape';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

/** Which position of a dimension of `size` stands at one outside of it; null for none. */
type Beyond = (at: number, size: number) => number | null;

const beyond = {
  constant: () => null,
  reflect: (at, size) => (at < 0 ? -at : 2 * (size - 1) - at),
  replicate: (at, size) => (at < 0 ? 0 : size - 1),
  circular: (at, size) => (at + size) % size,
} satisfies Record<string, Beyond>;

export type PadMode = keyof typeof beyond;

export interface Padding {
  /** Before and after each dimension, the last one first; below 0 it is cut. */
  readonly sizes: readonly number[];
  readonly mode: PadMode;
  /** Of `constant`. */
  readonly value: number;
  readonly gradFn: string;
}

/** The tensor with more or fewer positions at the ends of its last dimensions, which must stay. */
export function pad(
  context: TorchContext,
  input: TorchTensor,
  { sizes, mode, value, gradFn }: Padding,
): TorchTensor {
  const { data, shape, dtype } = input.dense();
  const beforeOf = (dim: number) => sizes[2 * (shape.length - 1 - dim)] ?? 0;
  const afterOf = (dim: number) => sizes[2 * (shape.length - 1 - dim) + 1] ?? 0;
  const padded = shape.map((size, dim) => size + beforeOf(dim) + afterOf(dim));
  context.charge(numelOf(padded));
  const along = shape.map((size, dim) =>
    Array.from({ length: padded[dim] }, (_, i) => {
      const at = i - beforeOf(dim);
      return at >= 0 && at < size ? at : beyond[mode](at, size);
    }),
  );
  const places = placesOf(along, contiguousStrides(shape));
  const result = Float64Array.from(places, (at) => (at < 0 ? value : data[at]));
  return context.record(
    { data: result, shape: padded, dtype },
    gradFn,
    [input],
    (grad) => {
      const back = new Float64Array(data.length);
      places.forEach((at, i) => {
        if (at >= 0) back[at] += grad.data[i];
      });
      return [{ data: back, shape, dtype: grad.dtype }];
    },
    false,
  );
}

/** Where each element comes from; -1 for nowhere. */
function placesOf(along: readonly (readonly (number | null)[])[], strides: readonly number[]): Int32Array {
  let places = Int32Array.of(0);
  along.forEach((positions, dim) => {
    const next = new Int32Array(places.length * positions.length);
    places.forEach((place, i) => {
      positions.forEach((at, j) => {
        next[i * positions.length + j] = place < 0 || at === null ? -1 : place + at * strides[dim];
      });
    });
    places = next;
  });
  return places;
}
