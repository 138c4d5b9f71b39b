import * as l10n from '../../../l10n';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { contiguousStrides } from '../../../tensor/shape';
import { indexError, NotEvaluated, PythonError, runtimeError } from '../../values/pythonError';
import { PyTuple } from '../../values/values';
import { refused } from '../refused';
import { wrapDim } from '../tensor/dims';
import { forEachLine, scatterBack } from '../tensor/lines';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** For each element of an index, the place that it names along a dimension of a tensor of `shape`. */
export function placesAlong(
  index: TorchTensor,
  along: number,
  shape: readonly number[],
  callee: string,
): Int32Array {
  if (index.dtype !== 'int64' && index.dtype !== 'int32') {
    throw runtimeError(`${callee}(): Expected dtype int32/int64 for index`);
  }
  const other = callee === 'gather' ? 'input' : 'self';
  if (index.dimCount !== shape.length) {
    throw runtimeError(`Index tensor must have the same number of dimensions as ${other} tensor`);
  }
  index.shape.forEach((size, at) => {
    if (at === along || size <= shape[at]) return;
    if (callee !== 'gather') throw refused(callee);
    throw runtimeError(
      `Size does not match at dimension ${at} expected index [${index.shape.join(', ')}] to be no larger than self [${shape.join(', ')}] apart from dimension ${along}`,
    );
  });
  const { data } = index.dense();
  const places = new Int32Array(data.length);
  const coordinates = new Array<number>(index.dimCount).fill(0);
  for (let i = 0; i < data.length; i++) {
    if (data[i] < 0 || data[i] >= shape[along]) {
      throw runtimeError(
        `index ${data[i]} is out of bounds for dimension ${along} with size ${shape[along]}`,
      );
    }
    places[i] = shape.reduce((at, size, d) => at * size + (d === along ? data[i] : coordinates[d]), 0);
    for (let d = coordinates.length - 1; d >= 0; d--) {
      if (++coordinates[d] < index.shape[d]) break;
      coordinates[d] = 0;
    }
  }
  return places;
}

/** The elements of `input` at some places, in another shape. */
export function taken(
  context: TorchContext,
  input: TorchTensor,
  places: Int32Array,
  shape: readonly number[],
  gradFn: string,
): TorchTensor {
  const { data, dtype } = input.dense();
  const picked = { data: Float64Array.from(places, (at) => data[at]), shape, dtype };
  return context.record(picked, gradFn, [input], (grad) => [
    scatterBack(grad, places, input.shape, data.length),
  ]);
}

/** `torch.gather`: the element that each index names along a dimension. */
export function gather(
  context: TorchContext,
  input: TorchTensor,
  dim: number,
  index: TorchTensor,
): TorchTensor {
  const places = placesAlong(index, wrapDim(dim, input.dimCount), input.shape, 'gather');
  return taken(context, input, places, index.shape, 'GatherBackward0');
}

/** Rows of `weight` (V, D) at indices of any shape; the row of `padding` gets no gradient. */
export function embedding(
  context: TorchContext,
  indices: TorchTensor,
  weight: TorchTensor,
  padding: number | null,
): TorchTensor {
  if (indices.dtype !== 'int64' && indices.dtype !== 'int32') {
    throw runtimeError(
      `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.${scalarTypeName(indices.dtype)}Tensor instead (while checking arguments for embedding)`,
    );
  }
  if (weight.dimCount !== 2) throw runtimeError("'weight' must be 2-D");
  const [count, size] = weight.shape;
  if (padding !== null && (padding >= count || padding < -count))
    throw new PythonError('AssertionError', 'Padding_idx must be within num_embeddings');
  const rows = indices.dense().data;
  if (rows.some((row) => row < 0 || row >= count)) throw indexError('index out of range in self');
  context.charge(rows.length * size);
  const places = Int32Array.from({ length: rows.length * size }, (_, i) => {
    const column = i % size;
    return rows[(i - column) / size] * size + column;
  });
  const left = padding === null ? null : (padding + count) % count;
  const { data, dtype } = weight.dense();
  const picked = Float64Array.from(places, (at) => data[at]);
  return context.record(
    { data: picked, shape: [...indices.shape, size], dtype },
    'EmbeddingBackward0',
    [weight],
    (grad) => [
      scatterBack(
        mapTensor(grad, (g, i) => (rows[Math.floor(i / size)] === left ? 0 : g)),
        places,
        weight.shape,
        data.length,
      ),
    ],
    false,
  );
}

/** Where a condition holds, one tensor of indices for each dimension. */
export function nonzero(context: TorchContext, condition: TorchTensor): PyTuple {
  if (condition.dimCount === 0) throw new NotEvaluated(l10n.t('where(condition) of a single value'));
  const { data, shape } = condition.dense();
  const strides = contiguousStrides(shape);
  const places = Int32Array.from(data, (_, i) => i).filter((i) => data[i] !== 0);
  return new PyTuple(
    shape.map((size, dim) => {
      const indices = Float64Array.from(places, (i) => Math.floor(i / strides[dim]) % size);
      return context.make({ data: indices, shape: [indices.length], dtype: 'int64' }, condition);
    }),
  );
}

/** One class index to a row with a single 1. */
export function oneHot(context: TorchContext, input: TorchTensor, numClasses: number): TorchTensor {
  if (input.dtype !== 'int64') {
    throw runtimeError('one_hot is only applicable to index tensor of type LongTensor.');
  }
  const { data } = input.dense();
  if (data.some((value) => value < 0)) throw runtimeError('Class values must be non-negative.');
  if (data.length === 0 && numClasses <= 0) {
    throw runtimeError('Can not infer total number of classes from empty tensor.');
  }
  const classes = numClasses === -1 ? Math.max(...data) + 1 : numClasses;
  if (classes < 1) throw new NotEvaluated(l10n.t('one_hot(…) of so few classes'));
  if (data.some((value) => value >= classes)) {
    throw runtimeError('Class values must be smaller than num_classes.');
  }
  context.charge(data.length * classes);
  const out = new Float64Array(data.length * classes);
  data.forEach((value, i) => {
    out[i * classes + value] = 1;
  });
  return context.make({ data: out, shape: [...input.shape, classes], dtype: 'int64' });
}

/** Positions in the order that they have with one dimension turned round. */
export function flipAlong(order: Int32Array, shape: readonly number[], dim: number): Int32Array {
  const out = order.slice();
  forEachLine(shape, dim, (_, positions) => {
    positions.forEach((at, i) => {
      out[at] = order[positions[positions.length - 1 - i]];
    });
  });
  return out;
}
