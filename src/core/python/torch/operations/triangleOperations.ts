import { numelOf } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { runtimeError } from '../../values/pythonError';
import { arithmetic } from '../kernels/binary';
import * as views from '../kernels/views';
import { type Operation, operation, operationsOf } from '../operation';
import type { Bound } from '../signature';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** `triu` and `tril`: elements on one side of a diagonal, zeros elsewhere. */
function triangle(name: 'triu' | 'tril', gradFn: string): Operation['run'] {
  return (context, args) => {
    const input = args.tensor('input');
    if (input.dimCount < 2) throw runtimeError(`${name}: input tensor must have at least 2 dimensions`);
    const [rows, columns] = input.shape.slice(-2);
    const shift = args.intOr('diagonal', 0);
    const isKept = (i: number) => {
      const distance = (i % columns) - (Math.floor(i / columns) % rows) - shift;
      return name === 'triu' ? distance >= 0 : distance <= 0;
    };
    const cut = (tensor: Tensor) => mapTensor(tensor, (x, i) => (isKept(i) ? x : 0));
    return context.record(cut(input.dense()), gradFn, [input], (grad) => [cut(grad)], false);
  };
}

/** A matrix with a vector on its diagonal. */
function withDiagonal(context: TorchContext, input: TorchTensor, shift: number): TorchTensor {
  const size = input.numel + Math.abs(shift);
  const start = shift >= 0 ? shift : -shift * size;
  const places = Array.from({ length: input.numel }, (_, i) => start + i * (size + 1));
  const { data, dtype } = input.dense();
  const whole = new Float64Array(size * size);
  for (const [i, place] of places.entries()) whole[place] = data[i];
  return context.record(
    { data: whole, shape: [size, size], dtype },
    'DiagEmbedBackward0',
    [input],
    (grad) => [
      { data: Float64Array.from(places, (at) => grad.data[at]), shape: input.shape, dtype: grad.dtype },
    ],
    false,
  );
}

/** The elements of a matrix on a diagonal, as a copy. */
function diagonalCopy(context: TorchContext, input: TorchTensor, shift: number): TorchTensor {
  const [rows, columns] = input.shape;
  const count = Math.max(0, shift >= 0 ? Math.min(rows, columns - shift) : Math.min(rows + shift, columns));
  const start = shift >= 0 ? shift : -shift * columns;
  const places = Array.from({ length: count }, (_, i) => start + i * (columns + 1));
  const { data, dtype } = input.dense();
  return context.record(
    { data: Float64Array.from(places, (at) => data[at]), shape: [count], dtype },
    'DiagonalBackward0_copy',
    [input],
    (grad) => {
      const back = new Float64Array(numelOf(input.shape));
      for (const [i, place] of places.entries()) back[place] = grad.data[i];
      return [{ data: back, shape: input.shape, dtype: grad.dtype }];
    },
    false,
  );
}

function diag(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const shift = args.intOr('diagonal', 0);
  if (input.dimCount === 1) return withDiagonal(context, input, shift);
  if (input.dimCount === 2) return diagonalCopy(context, input, shift);
  throw runtimeError(`diag(): Supports 1D or 2D tensors. Got ${input.dimCount}D`);
}

function trace(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  if (input.dimCount !== 2) throw runtimeError('trace: expected a matrix');
  const { data, dtype } = input.dense();
  const isOnDiagonal = (i: number) => i % input.shape[1] === Math.floor(i / input.shape[1]);
  const total = data.reduce((sum, x, i) => (isOnDiagonal(i) ? sum + x : sum), 0);
  const result = {
    data: Float64Array.of(total),
    shape: [],
    dtype: dtype === 'bool' ? ('int64' as const) : dtype,
  };
  return context.record(
    result,
    'TraceBackward0',
    [input],
    (grad) => [
      mapTensor({ ...input.dense(), dtype: grad.dtype }, (_, i) => (isOnDiagonal(i) ? grad.data[0] : 0)),
    ],
    false,
  );
}

/** Each element of one vector times each of the other. */
function outer(context: TorchContext, args: Bound): TorchTensor {
  const [input, other] = [args.tensor('input'), args.tensor('vec2')];
  for (const [name, { dimCount }] of [
    ['self', input],
    ['vec2', other],
  ] as const) {
    if (dimCount !== 1) throw runtimeError(`outer: Expected 1-D argument ${name}, but got ${dimCount}-D`);
  }
  return arithmetic(context, '*', views.reshape(context, input, [input.numel, 1]), other);
}

/** Diagonals and triangles of matrices. */
export const triangleOperations: readonly Operation[] = [
  operation('triu', 'torch method numpy', 'input, diagonal=', 'unlike', triangle('triu', 'TriuBackward0')),
  operation('tril', 'torch method numpy', 'input, diagonal=', 'unlike', triangle('tril', 'TrilBackward0')),
  operation('diag', 'torch method numpy', 'input, diagonal=', 'unknown', diag),
  operation('trace', 'torch method numpy', 'input', 'reduces', trace),
  ...operationsOf('outer ger', 'torch method', 'input, vec2', 'unknown', () => outer),
  operation('outer', 'numpy', 'input, vec2', 'unknown', outer),
];
