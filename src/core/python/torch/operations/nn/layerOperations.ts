import { isFloatingPoint } from '../../../../tensor/dtype';
import { runtimeError } from '../../../values/pythonError';
import { type Padding, type PadMode, pad } from '../../kernels/layers/pad';
import { embedding, taken } from '../../kernels/pick';
import * as views from '../../kernels/views';
import { type Operation, operation, operationsOf } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { named } from '../../tensor/named';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

const padNames: Readonly<Record<string, string>> = { reflect: 'Reflection', replicate: 'Replication' };

/** `F.pad`: the sizes are checked, and it has a place in the graph. */
export function padded(
  context: TorchContext,
  input: TorchTensor,
  { sizes, mode, value }: Omit<Padding, 'gradFn'>,
): TorchTensor {
  const pairs = sizes.length / 2;
  if (!Number.isInteger(pairs)) throw runtimeError('Padding length must be divisible by 2');
  if (pairs > input.dimCount) {
    throw runtimeError(
      `Padding length should be less than or equal to two times the input dimension but got padding length ${sizes.length} and input of dimension ${input.dimCount}`,
    );
  }
  const isOfWhole = !isFloatingPoint(input.dtype) && !Number.isInteger(value);
  const room = (at: number) => input.shape[input.dimCount - 1 - Math.floor(at / 2)];
  const isCut = sizes.some((size, at) => size < 0 && room(at) + Math.min(0, sizes[at ^ 1]) + size < 0);
  if (isOfWhole || isCut) throw refused('pad');
  if (mode === 'constant')
    return pad(context, input, { sizes, mode, value, gradFn: 'ConstantPadNdBackward0' });
  const isPlain = input.dimCount === pairs + 1 || input.dimCount === pairs + 2;
  const most = { reflect: (at: number) => room(at) - 1, circular: room, replicate: () => Infinity }[mode];
  const isWide = sizes.some((size, at) => size < 0 || size > most(at));
  if (!isPlain || pairs > 3 || isWide || input.shape.includes(0) || !isFloatingPoint(input.dtype))
    throw refused('pad');
  const gradFn = mode === 'circular' ? 'CopySlices' : `${padNames[mode]}Pad${pairs}DBackward0`;
  return pad(context, input, { sizes, mode, value, gradFn });
}

function padBy(context: TorchContext, args: Bound): TorchTensor {
  const mode = String(args.get('mode') ?? 'constant');
  if (!['constant', 'reflect', 'replicate', 'circular'].includes(mode)) throw refused('pad');
  const value = args.numberOr('value', 0);
  return padded(context, args.tensor('input'), { sizes: args.ints('pad'), mode: mode as PadMode, value });
}

/** Channels in groups of `factor`² become the pixels of larger ones. */
function pixelShuffle(context: TorchContext, args: Bound): TorchTensor {
  const [input, factor] = [args.tensor('input'), args.int('upscale_factor')];
  if (input.dimCount < 3 || factor < 1) throw refused('pixel_shuffle');
  const outer = input.shape.slice(0, -3);
  const [channels, height, width] = input.shape.slice(-3);
  if (channels % factor ** 2 !== 0) {
    throw runtimeError(
      `pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=${channels} is not divisible by ${factor ** 2}`,
    );
  }
  const kept = channels / factor ** 2;
  const parts = views.reshape(context, input, [...outer, kept, factor, factor, height, width]);
  const order = [...outer.keys(), ...[0, 3, 1, 4, 2].map((dim) => outer.length + dim)];
  const turned = views.permute(context, parts, order);
  const shape = [...outer, kept, height * factor, width * factor];
  return named(views.reshape(context, turned, shape), 'PixelShuffleBackward0');
}

/** Squares of `factor`² pixels become channels. */
function pixelUnshuffle(context: TorchContext, args: Bound): TorchTensor {
  const [input, factor] = [args.tensor('input'), args.int('downscale_factor')];
  if (input.dimCount < 3 || factor < 1) throw refused('pixel_unshuffle');
  const outer = input.shape.slice(0, -3);
  const [channels, height, width] = input.shape.slice(-3);
  const wrong = height % factor !== 0 ? (['height', -2, height] as const) : (['width', -1, width] as const);
  if (wrong[2] % factor !== 0) {
    const [name, dim, size] = wrong;
    throw runtimeError(
      `pixel_unshuffle expects ${name} to be divisible by downscale_factor, but input.size(${dim})=${size} is not divisible by ${factor}`,
    );
  }
  const [rows, columns] = [height / factor, width / factor];
  const parts = views.reshape(context, input, [...outer, channels, rows, factor, columns, factor]);
  const order = [...outer.keys(), ...[0, 2, 4, 1, 3].map((dim) => outer.length + dim)];
  const turned = views.permute(context, parts, order);
  const shape = [...outer, channels * factor ** 2, rows, columns];
  return named(views.reshape(context, turned, shape), 'PixelUnshuffleBackward0');
}

/** Channels of each group in turn. */
function channelShuffle(context: TorchContext, args: Bound): TorchTensor {
  const [input, groups] = [args.tensor('input'), args.int('groups')];
  const [batch, channels, ...sizes] = input.shape;
  if (input.dimCount < 3 || groups < 1 || channels % groups !== 0) throw refused('channel_shuffle');
  const parts = views.reshape(context, input, [batch, groups, channels / groups, ...sizes]);
  const turned = views.transpose(context, parts, 1, 2);
  return named(views.reshape(context, turned, input.shape), 'ChannelShuffleBackward0');
}

/** `F.interpolate` with the nearest of the given positions. */
function interpolate(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const rank = input.dimCount - 2;
  const isNearest = (args.get('mode') ?? 'nearest') === 'nearest';
  const others = ['align_corners', 'recompute_scale_factor', 'antialias'].some((name) => args.get(name));
  const isWhole = !args.has('scale_factor') || Number.isInteger(args.numberOr('scale_factor', 0));
  if (
    !isNearest ||
    others ||
    rank < 1 ||
    rank > 3 ||
    !isWhole ||
    args.has('size') === args.has('scale_factor')
  )
    throw refused('interpolate');
  const sizes = input.shape.slice(2);
  const given = args.intsOr('size', null);
  const target = sizes.map((size, dim) =>
    given ? (given[dim] ?? given[0]) : size * args.number('scale_factor'),
  );
  const isOdd = given && given.length !== 1 && given.length !== rank;
  if (isOdd || target.some((size) => size < 1) || !isFloatingPoint(input.dtype)) throw refused('interpolate');
  context.charge(target.reduce((product, size) => product * size, input.shape[0] * input.shape[1]));
  let places = Int32Array.from({ length: input.shape[0] * input.shape[1] }, (_, i) => i);
  target.forEach((size, dim) => {
    const scale = Math.fround(sizes[dim] / size);
    const nearest = (i: number) => Math.min(Math.floor(Math.fround(i * scale)), sizes[dim] - 1);
    places = Int32Array.from(
      { length: places.length * size },
      (_, i) => places[Math.floor(i / size)] * sizes[dim] + nearest(i % size),
    );
  });
  const shape = [...input.shape.slice(0, 2), ...target];
  return taken(context, input, places, shape, `UpsampleNearest${rank}DBackward0`);
}

/** Functions behind the layers of networks. */
export const layerOperations: readonly Operation[] = [
  ...operationsOf('local_response_norm', 'F', 'input, *others', 'elementwise'),
  operation('pixel_shuffle', 'torch F', 'input, upscale_factor', 'elementwise', pixelShuffle),
  operation('pixel_unshuffle', 'torch F', 'input, downscale_factor', 'elementwise', pixelUnshuffle),
  operation('channel_shuffle', 'torch F', 'input, groups', 'elementwise', channelShuffle),
  operation(
    'interpolate',
    'F',
    'input, size=, scale_factor=, mode=, align_corners=, recompute_scale_factor=, antialias=',
    'elementwise',
    interpolate,
    'python',
  ),
  operation('upsample', 'F', 'input, size=, scale_factor=, *others', 'elementwise'),
  operation('pad', 'F', 'input, pad, mode=, value=', 'elementwise', padBy, 'python'),
  ...operationsOf('lp_pool1d lp_pool2d', 'F', 'input, norm_type, kernel_size, *others', 'elementwise'),
  operation('bilinear', 'torch F', 'input, input2, weight, bias=', { does: 'scores', by: 'other' }),
  ...operationsOf(
    'conv_transpose1d conv_transpose2d conv_transpose3d',
    'torch F',
    'input, weight, bias=, *others',
    {
      does: 'scores',
      by: 'convolution',
    },
  ),
  operation(
    'embedding',
    'F',
    'input, weight, padding_idx=, max_norm=, norm_type=, scale_grad_by_freq=, sparse=',
    { does: 'scores', by: 'embedding' },
    (context, args) => {
      if (['max_norm', 'scale_grad_by_freq', 'sparse'].some((name) => args.get(name)))
        throw refused('embedding');
      const [input, weight] = [args.tensor('input'), args.tensor('weight')];
      return embedding(context, input, weight, args.intOr('padding_idx', null));
    },
    'python',
  ),
  operation('embedding', 'torch', 'weight, indices, *others', { does: 'scores', by: 'embedding' }),
];
