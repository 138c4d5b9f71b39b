import { castTensor } from '../../../tensor/castTensor';
import type { Tensor } from '../../../tensor/tensor';
import { expandTo, reshaped, sumTo } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** Where the elements of a source go in a tensor. */
export interface Places {
  /** For each element of `shape` its place among the tensor's elements, in row-major order. */
  readonly places: Int32Array;
  /** The shape that the source is broadcast to. */
  readonly shape: readonly number[];
  /** The source's own shape, without what broadcasting does not take; its shape when it is not said. */
  readonly fitting?: readonly number[];
  readonly gradFn: string;
  /** Added to what is there, instead of written over it. */
  readonly isAdded?: boolean;
}

/** A copy of `input` with `source` at some places, of which the last one counts. */
export function placed(
  context: TorchContext,
  input: TorchTensor,
  source: TorchTensor,
  { places, shape, fitting = source.shape, gradFn, isAdded = false }: Places,
): TorchTensor {
  const { dtype } = input;
  const values = expandTo(castTensor(reshaped(source.dense(), fitting), dtype), shape).data;
  const data = writableValues(input, places);
  for (let i = 0; i < places.length; i++) {
    data[places[i]] = isAdded ? data[places[i]] + values[i] : values[i];
  }
  return context.record(
    { data, shape: input.shape, dtype },
    gradFn,
    [input, source],
    (grad) => [
      isAdded ? grad : withZerosAt(grad, places),
      reshaped(
        sumTo({ data: Float64Array.from(places, (at) => grad.data[at]), shape, dtype }, fitting),
        source.shape,
      ),
    ],
    false,
  );
}

/** A copy of the values; of those that are not set, all of which must be written over, any. */
function writableValues(input: TorchTensor, places: Int32Array): Float64Array {
  const isReplaced = input.memory.unset !== null && new Set(places).size === input.numel;
  return isReplaced ? new Float64Array(input.numel) : input.dense().data.slice();
}

function withZerosAt(tensor: Tensor, places: Int32Array): Tensor {
  const data = tensor.data.slice();
  for (const at of places) data[at] = 0;
  return { ...tensor, data };
}
