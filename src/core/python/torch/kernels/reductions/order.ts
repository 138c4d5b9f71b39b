import * as l10n from '../../../../l10n';
import { type Extreme, extremeIndices, isBefore } from '../../../../tensor/extreme';
import { rowLayoutOf, rowOffset } from '../../../../tensor/rowLayout';
import { numelOf } from '../../../../tensor/shape';
import { indexError, NotEvaluated, runtimeError } from '../../../values/pythonError';
import { NamedTuple } from '../../../values/values';
import { wrapDim } from '../../tensor/dims';
import { forEachLine, scatterBack, withSize } from '../../tensor/lines';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { groupsOf, type ReduceOptions, spread, sums } from './reduce';

function checkNotEmpty(name: string, input: TorchTensor, dim: number | null): void {
  if (dim === null && input.numel === 0) {
    const message = `${name}(): Expected reduction dim to be specified for input.numel() == 0.`;
    if (name.startsWith('arg')) throw indexError(message);
    throw runtimeError(`${message} Specify the reduction dim with the 'dim' argument.`);
  }
  if (dim !== null && input.shape[dim] === 0) {
    throw indexError(`${name}(): Expected reduction dim ${dim} to have non-zero size.`);
  }
}

/** `torch.max(input, dim)`: values and indices. */
export function extremeAlong(
  context: TorchContext,
  kind: Extreme,
  input: TorchTensor,
  dim: number,
  keepdim: boolean,
): NamedTuple {
  const along = wrapDim(dim, input.dimCount);
  checkNotEmpty(kind, input, along);
  const { data } = input.dense();
  const shape = input.dimCount === 0 ? [] : withSize(input.shape, along, keepdim ? 1 : null);
  const layout = rowLayoutOf(input.shape, along);
  const indices = extremeIndices(kind, data, layout);
  const sources = Int32Array.from(indices, (index, row) => rowOffset(layout, row) + index * layout.stride);
  const values = Float64Array.from(sources, (source) => data[source]);
  const gradFn = kind === 'max' ? 'MaxBackward0' : 'MinBackward0';
  return new NamedTuple(
    `torch.return_types.${kind}`,
    ['values', 'indices'],
    [
      context.record({ data: values, shape, dtype: input.dtype }, gradFn, [input], (grad) => [
        scatterBack(grad, sources, input.shape, data.length),
      ]),
      context.make({ data: indices, shape, dtype: 'int64' }),
    ],
  );
}

/** `torch.argmax` and `argmin`; over all elements without `dim`. */
export function argExtreme(
  context: TorchContext,
  kind: Extreme,
  input: TorchTensor,
  dim: number | null,
  keepdim: boolean,
): TorchTensor {
  if (input.dtype === 'bool' && input.library === 'torch') {
    throw runtimeError(`arg${kind}(): does not support bool input`);
  }
  if (dim === null) {
    checkNotEmpty(`arg${kind}`, input, null);
    const { data } = input.dense();
    const all = rowLayoutOf([data.length]);
    const shape = keepdim ? input.shape.map(() => 1) : [];
    return context.make({ data: extremeIndices(kind, data, all), shape, dtype: 'int64' }, input);
  }
  const along = wrapDim(dim, input.dimCount);
  checkNotEmpty(`arg${kind}`, input, along);
  const { data } = input.dense();
  const shape = input.dimCount === 0 ? [] : withSize(input.shape, along, keepdim ? 1 : null);
  const indices = extremeIndices(kind, data, rowLayoutOf(input.shape, along));
  return context.make({ data: indices, shape, dtype: 'int64' }, input);
}

/** The extreme of each group (`amax`, and `max` of all): where several are equal they share the gradient. */
export function extremeOfGroups(
  context: TorchContext,
  kind: Extreme,
  input: TorchTensor,
  options: Omit<ReduceOptions, 'dtype'>,
  name: string = kind,
): TorchTensor {
  if (options.dims === null || options.dims.length === 0) checkNotEmpty(name, input, null);
  const groups = groupsOf(input.shape, options.dims, options.keepdim);
  const { data } = input.dense();
  const out = new Float64Array(groups.count).fill(kind === 'max' ? -Infinity : Infinity);
  for (let i = 0; i < data.length; i++) {
    if (isBefore(kind, data[i], out[groups.of[i]])) out[groups.of[i]] = data[i];
  }
  const isExtreme = (i: number) => Object.is(data[i], out[groups.of[i]]) || data[i] === out[groups.of[i]];
  const gradFn = { max: 'MaxBackward1', min: 'MinBackward1', amax: 'AmaxBackward0', amin: 'AminBackward0' }[
    name
  ];
  return context.record(
    { data: out, shape: groups.shape, dtype: input.dtype },
    gradFn ?? name,
    [input],
    (grad) => {
      const ties = sums(
        data.map((_, i) => (isExtreme(i) ? 1 : 0)),
        groups,
      );
      return [mapTensor(spread(grad, groups, input), (g, i) => (isExtreme(i) ? g / ties[groups.of[i]] : 0))];
    },
  );
}

/** `torch.sort` (all of each line) and `torch.topk` (the first `count`). */
/** Which of equal values are the first `count`, and in which order, PyTorch does not say. */
function hasTie(ranks: readonly number[], valueAt: (i: number) => number, count: number): boolean {
  return ranks.slice(1, count + 1).some((rank, i) => valueAt(rank) === valueAt(ranks[i]));
}

export function sorted(
  context: TorchContext,
  input: TorchTensor,
  {
    name,
    dim,
    isDescending,
    count,
  }: { name: string; dim: number; isDescending: boolean; count: number | null },
): NamedTuple {
  const along = wrapDim(dim, input.dimCount);
  const size = input.shape[along] ?? 1;
  if (count !== null && (count < 0 || count > size)) throw runtimeError('selected index k out of range');
  const { data } = input.dense();
  const shape = input.dimCount === 0 ? [] : withSize(input.shape, along, count ?? size);
  const kind = isDescending ? 'max' : 'min';
  const before = (a: number, b: number) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return isDescending === Number.isNaN(a);
    return isBefore(kind, a, b);
  };
  const indices = new Float64Array(numelOf(shape));
  const sources = new Int32Array(indices.length);
  const order: (readonly [number, Int32Array])[] = [];
  forEachLine(input.shape, along, (line, positions) => order.push([line, positions.slice()]));
  const target: Int32Array[] = [];
  forEachLine(shape, Math.min(along, Math.max(0, shape.length - 1)), (_, positions) =>
    target.push(positions.slice()),
  );
  for (const [line, positions] of order) {
    const ranks = Array.from(positions, (_, i) => i).sort((a, b) => {
      const [x, y] = [data[positions[a]], data[positions[b]]];
      if (x === y || (Number.isNaN(x) && Number.isNaN(y))) return a - b;
      return before(x, y) ? -1 : 1;
    });
    if (count !== null && hasTie(ranks, (i) => data[positions[i]], count))
      throw new NotEvaluated(l10n.t('{0}(…) of equal values', name));
    target[line].forEach((place, i) => {
      indices[place] = ranks[i];
      sources[place] = positions[ranks[i]];
    });
  }
  const values = Float64Array.from(sources, (source) => data[source]);
  return new NamedTuple(
    `torch.return_types.${name}`,
    ['values', 'indices'],
    [
      context.record(
        { data: values, shape, dtype: input.dtype },
        name === 'sort' ? 'SortBackward0' : 'TopkBackward0',
        [input],
        (grad) => [scatterBack(grad, sources, input.shape, data.length)],
      ),
      context.make({ data: indices, shape, dtype: 'int64' }),
    ],
  );
}
