import * as l10n from '../../../l10n';
import { broadcastShapes } from '../../../tensor/broadcast';
import { isFloatingPoint } from '../../../tensor/dtype';
import { isSameShape } from '../../../tensor/shape';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { isNumber, PyList, PyTuple, type Value } from '../../values/values';
import { detached } from '../kernels/casts';
import { setItem } from '../kernels/indexing';
import { updateInPlace } from '../kernels/inPlace';
import { checkOverlap } from '../kernels/overlap';
import { placesAlong } from '../kernels/pick';
import { placed } from '../kernels/place';
import * as views from '../kernels/views';
import { checkWritable } from '../kernels/writable';
import { type Operation, operation, operationsOf, type Run } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { wrapDim } from '../tensor/dims';
import { forEachLine } from '../tensor/lines';
import { filled } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** A number as a tensor that takes part in a write; whole numbers take no others. */
function numberFor(input: TorchTensor, value: Value | undefined, callee: string): TorchTensor {
  if (value instanceof TorchTensor && value.numel === 1) return value;
  if (!isNumber(value ?? null)) throw refused(callee);
  const number = Number(value);
  if (!isFloatingPoint(input.dtype) && !Number.isInteger(number)) {
    if (!Number.isFinite(number))
      throw runtimeError('value cannot be converted to type int64_t without overflow');
    throw refused(callee);
  }
  return full([], number, input.dtype);
}

/** The places of whole slices along a dimension, for an index of one dimension, in the order of the source. */
function slicePlaces(input: TorchTensor, dim: number, index: TorchTensor, callee: string): Int32Array {
  const isIndex = index.dtype === 'int64' && index.dimCount <= 1;
  const size = input.shape[dim] ?? 1;
  const { data } = index.dense();
  if (!isIndex || data.some((at) => at < -size || at >= size)) throw refused(callee);
  const along = Float64Array.from(data, (at) => (at < 0 ? at + size : at));
  const shape = input.shape.map((old, at) => (at === dim ? along.length : old));
  const places = new Int32Array(shape.reduce((product, one) => product * one, 1));
  const lines: Int32Array[] = [];
  forEachLine(input.shape, dim, (_, positions) => lines.push(positions.slice()));
  forEachLine(shape, dim, (line, positions) => {
    positions.forEach((at, i) => {
      places[at] = lines[line][along[i]];
    });
  });
  return places;
}

/** `index_fill`, `index_copy`, `index_add`: slices along a dimension are written. */
function indexed(name: string, gradFn: string, isAdded = false): Run {
  return (context, args) => {
    const input = args.tensor('input');
    const dim = wrapDim(args.int('dim'), input.dimCount);
    const index = args.tensor('index');
    const shape = input.shape.map((size, at) => (at === dim ? index.numel : size));
    const isFill = args.has('value');
    const source = isFill ? numberFor(input, args.get('value'), name) : args.tensor('source');
    const isOdd = !isFill && (source.dtype !== input.dtype || !isSameShape(source.shape, shape));
    if (isOdd || args.has('alpha')) throw refused(name);
    const places = slicePlaces(input, dim, index, name);
    return placed(context, input, source, { places, shape, gradFn, isAdded });
  };
}

/** `scatter` and `scatter_add`: elements along a dimension are written. */
function scattered(name: string, isAdded: boolean): Run {
  return (context, args) => {
    const input = args.tensor('input');
    const index = args.tensor('index');
    const given = args.get('src') ?? args.get('value');
    const dim = wrapDim(args.int('dim'), input.dimCount);
    if (args.has('reduce')) throw new NotEvaluated(l10n.t('{0}(…) with {1}=', name, 'reduce'));
    if (!(given instanceof TorchTensor)) {
      const source = numberFor(input, given, name);
      const places = placesAlong(index, dim, input.shape, name);
      return placed(context, input, source, { places, shape: index.shape, gradFn: 'ScatterBackward1' });
    }
    const isWide = index.shape.some((size, at) => size > (given.shape[at] ?? 0));
    if (given.dtype !== input.dtype || given.dimCount !== index.dimCount || isWide) throw refused(name);
    const part = index.shape.reduce((one, size, at) => views.narrow(context, one, at, 0, size), given);
    const gradFn = isAdded ? 'ScatterAddBackward0' : 'ScatterBackward0';
    const places = placesAlong(index, dim, input.shape, name);
    return placed(context, input, part, { places, shape: index.shape, gradFn, isAdded });
  };
}

function copyInto(context: TorchContext, args: Bound): TorchTensor {
  const source = args.tensor('src');
  checkOverlap(args.tensor('input'), [source], true);
  return updateInPlace(context, args.tensor('input'), (old) => {
    const { shape, mismatch } = broadcastShapes(source.shape, old.shape);
    if (mismatch || !isSameShape(shape, old.shape)) throw refused('.copy_');
    const places = Int32Array.from({ length: old.numel }, (_, i) => i);
    return placed(context, old, source, { places, shape, gradFn: 'CopyBackwards' });
  });
}

/** `fill_` and `zero_` */
function fill(context: TorchContext, tensor: TorchTensor, value: number, gradFn: string): TorchTensor {
  return updateInPlace(context, tensor, (old) => {
    const data = filled(old.shape, value, old.dtype);
    return context.record(data, gradFn, [old], (grad) => [filled(grad.shape, 0, grad.dtype)], false);
  });
}

function fillWith(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  return fill(context, input, numberFor(input, args.get('value'), '.fill_').item(), 'FillBackward2');
}

function maskedScatter(context: TorchContext, args: Bound): TorchTensor {
  const [input, mask, source] = ['input', 'mask', 'source'].map((name) => args.tensor(name));
  const flags = mask.dense().data;
  const places = Int32Array.from(flags, (_, i) => i).filter((i) => flags[i] !== 0);
  const isPlain = mask.dtype === 'bool' && isSameShape(mask.shape, input.shape);
  if (!isPlain || source.dtype !== input.dtype || source.numel < places.length)
    throw refused('masked_scatter');
  const part = views.narrow(context, views.reshape(context, source, [-1]), 0, 0, places.length);
  return placed(context, input, part, { places, shape: part.shape, gradFn: 'MaskedScatterBackward0' });
}

function putAt(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const indices = args.get('indices') ?? null;
  const isPlain = indices instanceof PyTuple || indices instanceof PyList;
  if (!isPlain || args.bool('accumulate', false)) throw refused('index_put_');
  checkWritable(context, input);
  setItem(context, input, new PyTuple(indices.items), args.tensor('values'));
  return input;
}

function fillDiagonal(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  if (input.dimCount !== 2 || args.has('wrap')) throw refused('fill_diagonal_');
  fill(
    context,
    views.diagonal(context, input),
    numberFor(input, args.get('fill_value'), 'fill_diagonal_').item(),
    'FillBackward2',
  );
  return input;
}

/** Turns a tensor itself round: its memory stays, its shape changes. */
function turned(view: (context: TorchContext, tensor: TorchTensor, args: Bound) => TorchTensor): Run {
  return (context, args) => {
    const input = args.tensor('input');
    checkWritable(context, input);
    input.view = view(context, detached(input), args).view;
    return input;
  };
}

function detachItself(_: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  if (input.base !== null && !input.isDetached) {
    throw runtimeError(
      "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.",
    );
  }
  input.requiresGrad = false;
  input.node = null;
  return input;
}

/** What writes into tensors; a row without `_` at its end has its method in place by that name. */
export const writeOperations: readonly Operation[] = [
  operation(
    'index_fill',
    'torch method',
    'input, dim, index, value',
    'unknown',
    indexed('index_fill', 'IndexFillBackward0'),
  ),
  operation(
    'index_copy',
    'torch method',
    'input, dim, index, source',
    'unknown',
    indexed('index_copy', 'IndexCopyBackward0'),
  ),
  operation(
    'index_add',
    'torch method',
    'input, dim, index, source, *, alpha=',
    'unknown',
    indexed('index_add', 'IndexAddBackward0', true),
  ),
  operation(
    'scatter',
    'torch method',
    'input, dim, index, src=, *, value=, reduce=',
    'scatters',
    scattered('scatter', false),
  ),
  operation(
    'scatter_add',
    'torch method',
    'input, dim, index, src',
    'unlike',
    scattered('scatter_add', true),
  ),
  operation('masked_scatter', 'torch method', 'input, mask, source', 'unknown', maskedScatter),
  operation('index_put_', 'torch method', 'input, indices, values, accumulate=', 'unlike', putAt),
  operation('fill_diagonal_', 'method', 'input, fill_value, wrap=', 'unlike', fillDiagonal),
  operation('copy_', 'method', 'input, src, non_blocking=', 'unlike', copyInto),
  operation('zero_', 'method', 'input', 'unlike', (context, args) =>
    fill(context, args.tensor('input'), 0, 'ZeroBackward0'),
  ),
  operation('fill_', 'method', 'input, value', 'unlike', fillWith),
  operation('fill', 'array', 'input, value', 'python', (context, args) => {
    fillWith(context, args);
    return null;
  }),
  operation('detach_', 'torch method', 'input', 'keeps', detachItself),
  operation(
    't_',
    'method',
    'input',
    { does: 'reshapes', to: 'exchanged' },
    turned((context, input) => {
      if (input.dimCount !== 2) throw refused('t_');
      return views.transpose(context, input, 0, 1);
    }),
  ),
  ...operationsOf(
    'transpose_ swapaxes_ swapdims_',
    'method',
    'input, dim0, dim1',
    { does: 'reshapes', to: 'exchanged' },
    () =>
      turned((context, input, args) => views.transpose(context, input, args.int('dim0'), args.int('dim1'))),
  ),
  operation(
    'unsqueeze_',
    'method',
    'input, dim',
    { does: 'reshapes', to: 'unsqueezed' },
    turned((context, input, args) => views.unsqueeze(context, input, args.int('dim'))),
  ),
  operation(
    'squeeze_',
    'method',
    'input, *dim',
    { does: 'reshapes', to: 'squeezed' },
    turned((context, input, args) => {
      const dims = args.intsOr('dim', []);
      return views.squeeze(context, input, dims.length === 0 ? null : dims, '');
    }),
  ),
];
