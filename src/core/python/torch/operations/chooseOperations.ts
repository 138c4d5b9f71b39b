import { broadcastShapes } from '../../../tensor/broadcast';
import { numelOf } from '../../../tensor/shape';
import { PySlice, PyTuple, type Value } from '../../values/values';
import { getItem } from '../kernels/indexing';
import { stack } from '../kernels/join';
import { nonzero, taken } from '../kernels/pick';
import * as views from '../kernels/views';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { tensorFromList } from '../tensor/create';
import { wrapDim } from '../tensor/dims';
import { forEachLine } from '../tensor/lines';
import { named } from '../tensor/named';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

const all = new PySlice(null, null, null);

/** `input[:, index]` with the index at a dimension. */
function at(context: TorchContext, input: TorchTensor, dim: number, index: Value): TorchTensor {
  return getItem(
    context,
    input,
    new PyTuple(input.shape.map((_, one) => (one === wrapDim(dim, input.dimCount) ? index : all))),
  );
}

function indexSelect(context: TorchContext, args: Bound): TorchTensor {
  const index = args.tensor('index');
  const input = args.tensor('input');
  const dim = wrapDim(args.int('dim'), input.dimCount);
  const isIndex = index.dimCount === 1 && index.dtype === 'int64';
  if (!isIndex || index.dense().data.some((one) => one < 0 || one >= (input.shape[dim] ?? 1)))
    throw refused('index_select');
  return named(at(context, input, dim, index), 'IndexSelectBackward0');
}

function narrow(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const [dim, start, length] = [
    wrapDim(args.int('dim'), input.dimCount),
    args.int('start'),
    args.int('length'),
  ];
  const first = start < 0 ? start + input.shape[dim] : start;
  if (first < 0 || length < 0 || first + length > input.shape[dim]) throw refused('narrow');
  return views.narrow(context, input, dim, first, length);
}

function maskedSelect(context: TorchContext, args: Bound): TorchTensor {
  const [input, mask] = [args.tensor('input'), args.tensor('mask')];
  if (mask.dtype !== 'bool') throw refused('masked_select');
  const { shape, mismatch } = broadcastShapes(input.shape, mask.shape);
  if (mismatch) throw refused('masked_select');
  const [wide, where] = [input, mask].map((one) => views.expand(context, one, shape));
  return named(getItem(context, wide, where), 'MaskedSelectBackward0');
}

function places(context: TorchContext, args: Bound): Value {
  const found = nonzero(context, args.tensor('input'));
  if (args.bool('as_tuple', false)) return found;
  return stack(context, found.items as readonly TorchTensor[], 1);
}

function repeatInterleave(context: TorchContext, args: Bound): TorchTensor {
  const given = args.tensor('input');
  const input = args.has('dim') ? given : views.reshape(context, given, [-1]);
  const dim = wrapDim(args.intOr('dim', 0), input.dimCount);
  const size = input.shape[dim] ?? 0;
  const repeats = args.get('repeats');
  const times =
    typeof repeats === 'bigint'
      ? new Array<number>(size).fill(Number(repeats))
      : [...args.tensor('repeats').dense().data];
  if (times.length !== size || times.some((one) => one < 0)) throw refused('repeat_interleave');
  context.charge((input.numel / Math.max(1, size)) * times.reduce((sum, one) => sum + one, 0));
  const index = times.flatMap((count, i) => new Array<number>(count).fill(i));
  const gradFn = typeof repeats === 'bigint' ? 'ViewBackward0' : 'IndexSelectBackward0';
  return named(at(context, input, dim, tensorOfIndices(index)), gradFn);
}

function tensorOfIndices(indices: readonly number[]): TorchTensor {
  return tensorFromList(new PyTuple(indices.map(BigInt)), 'int64');
}

function roll(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const shifts = args.ints('shifts');
  if (!args.has('dims') && shifts.length !== 1) throw refused('roll');
  const isFlat = !args.has('dims');
  const shape = isFlat ? [input.numel] : input.shape;
  const dims = isFlat ? [0] : args.ints('dims').map((dim) => wrapDim(dim, input.dimCount));
  if (dims.length !== shifts.length) throw refused('roll');
  let order: Int32Array = Int32Array.from({ length: input.numel }, (_, i) => i);
  dims.forEach((dim, i) => {
    order = rolled(order, shape, dim, shifts[i]);
  });
  return taken(context, input, order, input.shape, 'RollBackward0');
}

function rolled(order: Int32Array, shape: readonly number[], dim: number, shift: number): Int32Array {
  const out = order.slice();
  forEachLine(shape, dim, (_, positions) => {
    const size = positions.length;
    positions.forEach((position, i) => {
      out[positions[(((i + shift) % size) + size) % size]] = order[position];
    });
  });
  return out;
}

function movedim(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const [from, to] = ['source', 'destination'].map((name) =>
    args.ints(name).map((dim) => wrapDim(dim, input.dimCount)),
  );
  if (from.length !== to.length) throw refused('movedim');
  const rest = input.shape.map((_, dim) => dim).filter((dim) => !from.includes(dim));
  const order = input.shape.map((_, dim) => (to.includes(dim) ? from[to.indexOf(dim)] : (rest.shift() ?? 0)));
  return views.permute(context, input, order);
}

function unflatten(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const dim = wrapDim(args.int('dim'), input.dimCount);
  const sizes = args.ints('sizes');
  if (sizes.includes(-1) || numelOf(sizes) !== input.shape[dim]) throw refused('unflatten');
  return views.view(context, input, [...input.shape.slice(0, dim), ...sizes, ...input.shape.slice(dim + 1)]);
}

function tile(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const dims = args.ints('dims');
  const missing = Math.max(0, input.dimCount - dims.length);
  return views.repeat(context, input, [...new Array<number>(missing).fill(1), ...dims]);
}

function take(context: TorchContext, args: Bound): TorchTensor {
  const [input, index] = [args.tensor('input'), args.tensor('index')];
  const { data, shape } = index.dense();
  if (index.dtype !== 'int64' || data.some((one) => one < 0 || one >= input.numel)) throw refused('take');
  return taken(context, input, Int32Array.from(data), shape, 'TakeBackward0');
}

/** Functions that choose, order anew and repeat elements. */
export const chooseOperations: readonly Operation[] = [
  operation('index_select', 'torch method', 'input, dim, index', 'chooses', indexSelect),
  operation('narrow', 'torch method', 'input, dim, start, length', 'chooses', narrow),
  operation('select', 'torch method', 'input, dim, index', 'chooses', (context, args) =>
    named(at(context, args.tensor('input'), args.int('dim'), BigInt(args.int('index'))), 'SelectBackward0'),
  ),
  operation('masked_select', 'torch method', 'input, mask', 'unknown', maskedSelect),
  operation('take', 'torch method', 'input, index', 'unknown', take),
  operation('nonzero', 'torch method', 'input, *, as_tuple=', 'unknown', places),
  operation('argwhere', 'torch method', 'input', 'unknown', places),
  operation(
    'repeat_interleave',
    'torch method',
    'input, repeats, dim=, *, output_size=',
    'unknown',
    repeatInterleave,
  ),
  operation('roll', 'torch method', 'input, shifts, dims=', { does: 'reshapes', to: 'exchanged' }, roll),
  ...(['movedim', 'moveaxis'] as const).map((name) =>
    operation(
      name,
      'torch method',
      'input, source, destination',
      { does: 'reshapes', to: 'exchanged' },
      movedim,
    ),
  ),
  operation('unflatten', 'torch method', 'input, dim, sizes', 'unknown', unflatten),
  operation('tile', 'method', 'input, *dims', { does: 'reshapes', to: 'as-many-as-sizes' }, tile),
  operation('tile', 'torch', 'input, dims', { does: 'reshapes', to: 'as-many-as-sizes' }, tile),
  operation('diagonal', 'torch method', 'input', 'unknown', (context, args) => {
    const input = args.tensor('input');
    if (input.dimCount !== 2) throw refused('diagonal');
    return views.diagonal(context, input);
  }),
];
