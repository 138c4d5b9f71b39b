import { numelOf } from '../../../../tensor/shape';
import { scatterBack } from '../../tensor/lines';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import type { Window } from './windows';

/** What each result of a pool is made of. */
interface Cell {
  /** Places in the input, in row-major order. */
  readonly places: Int32Array;
  /** How many the window covers with the padding. */
  readonly size: number;
}

/** The cells of windows over the last dimensions, for all that stands before them. */
function cellsOf(shape: readonly number[], windows: readonly (readonly Window[])[]): readonly Cell[] {
  const outer = shape.slice(0, shape.length - windows.length);
  let cells: readonly Cell[] = Array.from({ length: numelOf(outer) }, (_, i) => ({
    places: Int32Array.of(i),
    size: 1,
  }));
  windows.forEach((along, i) => {
    const width = shape[outer.length + i];
    cells = cells.flatMap((cell) =>
      along.map(({ positions, size }) => ({
        places: Int32Array.from(
          { length: cell.places.length * positions.length },
          (_, at) =>
            cell.places[Math.floor(at / positions.length)] * width + positions[at % positions.length],
        ),
        size: cell.size * size,
      })),
    );
  });
  return cells;
}

function outputShape(shape: readonly number[], windows: readonly (readonly Window[])[]): readonly number[] {
  return [...shape.slice(0, shape.length - windows.length), ...windows.map(({ length }) => length)];
}

/** A place of a window takes as much as this many elements. */
const elementsOfPlace = 4;

/** Memory and work for the places that the windows touch, and for a list of each. */
function charge(context: TorchContext, input: TorchTensor, windows: readonly (readonly Window[])[]): void {
  const outer = numelOf(input.shape.slice(0, input.dimCount - windows.length));
  const touched = windows.map((along) => along.reduce((sum, { positions }) => sum + positions.length + 1, 0));
  context.charge(elementsOfPlace * touched.reduce((product, one) => product * one, outer));
}

/** The largest of each window, nan before all, the first of equals. */
export function maxPool(
  context: TorchContext,
  input: TorchTensor,
  windows: readonly (readonly Window[])[],
  gradFn: string,
): TorchTensor {
  charge(context, input, windows);
  const { data, dtype } = input.dense();
  const sources = Int32Array.from(cellsOf(input.shape, windows), ({ places }) =>
    places.reduce((best, at) => (data[at] > data[best] || Number.isNaN(data[at]) ? at : best)),
  );
  const result = {
    data: Float64Array.from(sources, (at) => data[at]),
    shape: outputShape(input.shape, windows),
    dtype,
  };
  return context.record(result, gradFn, [input], (grad) => [
    scatterBack(grad, sources, input.shape, data.length),
  ]);
}

/** The sum of each window, divided by what `divisorOf` says of how many it covers, without and with the padding. */
export function averagePool(
  context: TorchContext,
  input: TorchTensor,
  windows: readonly (readonly Window[])[],
  { gradFn, divisorOf }: { gradFn: string; divisorOf: (count: number, size: number) => number },
): TorchTensor {
  charge(context, input, windows);
  const { data, dtype } = input.dense();
  const cells = cellsOf(input.shape, windows);
  const divisors = cells.map(({ places, size }) => divisorOf(places.length, size));
  const means = cells.map(({ places }, i) => places.reduce((sum, at) => sum + data[at], 0) / divisors[i]);
  const result = { data: Float64Array.from(means), shape: outputShape(input.shape, windows), dtype };
  return context.record(result, gradFn, [input], (grad) => {
    const back = new Float64Array(data.length);
    cells.forEach(({ places }, i) => {
      for (const at of places) back[at] += grad.data[i] / divisors[i];
    });
    return [{ data: back, shape: input.shape, dtype: grad.dtype }];
  });
}
