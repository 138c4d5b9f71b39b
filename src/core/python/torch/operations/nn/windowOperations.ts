import { isFloatingPoint } from '../../../../tensor/dtype';
import { runtimeError } from '../../../values/pythonError';
import { PyList, PyTuple } from '../../../values/values';
import { type Convolution, convolve, outputSizes } from '../../kernels/layers/conv';
import { averagePool, maxPool } from '../../kernels/layers/pool';
import { adaptiveWindows, slidingWindows, type Window } from '../../kernels/layers/windows';
import * as views from '../../kernels/views';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

type Kind = 'avg' | 'max';

const gradFns: Readonly<Record<Kind, readonly string[]>> = {
  avg: ['SqueezeBackward1', 'AvgPool2DBackward0', 'AvgPool3DBackward0'],
  max: ['SqueezeBackward1', 'MaxPool2DWithIndicesBackward0', 'MaxPool3DWithIndicesBackward0'],
};

/** An option of each spatial dimension, or one for all. */
function perDim(args: Bound, name: string, rank: number, otherwise: readonly number[]): readonly number[] {
  const given = args.intsOr(name, otherwise);
  const each = given.length === 1 ? new Array<number>(rank).fill(given[0]) : given;
  return each.length === 0 ? otherwise : each;
}

/** The input of a pool over its last `rank` dimensions, with or without a batch. */
function inputOf(args: Bound, rank: number, name: string): TorchTensor {
  const input = args.tensor('input');
  if (rank === 1 && !name.includes('max') && input.dimCount !== 2 && input.dimCount !== 3) {
    throw runtimeError(
      `Expected 2 to 3 dimensions, but got ${input.dimCount}-dimensional tensor for argument #1 'self' (while checking arguments for ${name})`,
    );
  }
  const isPlain = input.dimCount === rank + 1 || input.dimCount === rank + 2;
  if (!isPlain || input.shape.includes(0) || !isFloatingPoint(input.dtype)) throw refused(name);
  return input;
}

function tooSmall(input: TorchTensor, windows: readonly (readonly Window[])[]): Error {
  const rank = windows.length;
  const channels = input.shape[input.dimCount - rank - 1];
  // Pools of one dimension are those of two, of height 1.
  const size = (sizes: readonly number[]) => [channels, ...(rank === 1 ? [1] : []), ...sizes].join('x');
  return runtimeError(
    `Given input size: (${size(input.shape.slice(-rank))}). Calculated output size: (${size(windows.map(({ length }) => length))}). Output size is too small`,
  );
}

function pool(context: TorchContext, args: Bound, kind: Kind, rank: number): TorchTensor {
  const name = `${kind}_pool${rank}d`;
  const input = inputOf(args, rank, name);
  const kernel = perDim(args, 'kernel_size', rank, []);
  const stride = perDim(args, 'stride', rank, kernel);
  const padding = perDim(args, 'padding', rank, new Array<number>(rank).fill(0));
  const dilation = perDim(args, 'dilation', rank, new Array<number>(rank).fill(1));
  const isOdd = [kernel, stride, padding, dilation].some(({ length }) => length !== rank);
  const isPadded = padding.some((one, dim) => one < 0 || one > kernel[dim] / 2);
  const isBelow1 = [...kernel, ...stride, ...dilation].some((one) => one < 1);
  if (isOdd || isPadded || isBelow1 || args.bool('return_indices', false)) throw refused(name);
  const isCeil = args.bool('ceil_mode', false);
  const windows = kernel.map((size, dim) =>
    slidingWindows(input.shape[input.dimCount - rank + dim], {
      kernel: size,
      stride: stride[dim],
      padding: padding[dim],
      dilation: dilation[dim],
      isCeil,
    }),
  );
  if (windows.some(({ length }) => length === 0)) {
    if (name === 'max_pool1d') throw runtimeError('max_pool1d() Invalid computed output size: 0');
    throw rank === 3 ? refused(name) : tooSmall(input, windows);
  }
  const gradFn = gradFns[kind][rank - 1];
  if (kind === 'max') return maxPool(context, input, windows, gradFn);
  const divisor = args.intOr('divisor_override', null);
  const isWithPadding = args.bool('count_include_pad', true);
  const divisorOf = (count: number, size: number) => divisor ?? (isWithPadding ? size : count);
  return averagePool(context, input, windows, { gradFn, divisorOf });
}

/** The sizes that an adaptive pool is to give; None keeps that of the input. */
function adaptiveSizes(args: Bound, input: TorchTensor, rank: number): readonly number[] {
  const given = args.get('output_size') ?? null;
  const items =
    given instanceof PyTuple || given instanceof PyList ? given.items : new Array(rank).fill(given);
  return items.map((item, dim) =>
    typeof item === 'bigint' ? Number(item) : item === null ? input.shape[input.dimCount - rank + dim] : -1,
  );
}

function adaptivePool(context: TorchContext, args: Bound, kind: Kind, rank: number): TorchTensor {
  const name = `adaptive_${kind}_pool${rank}d`;
  const input = inputOf(args, rank, name);
  const sizes = adaptiveSizes(args, input, rank);
  if (sizes.length !== rank || sizes.some((size) => size < 1) || args.bool('return_indices', false))
    throw refused(name);
  context.charge(sizes.reduce((product, size) => product * size, 1));
  const windows = sizes.map((size, dim) => adaptiveWindows(input.shape[input.dimCount - rank + dim], size));
  const isMean = kind === 'avg' && rank > 1 && sizes.every((size) => size === 1);
  const own = `Adaptive${kind === 'avg' ? 'Avg' : 'Max'}Pool${rank}DBackward0`;
  const gradFn = isMean ? 'MeanBackward1' : rank === 1 ? 'SqueezeBackward1' : own;
  if (kind === 'max') return maxPool(context, input, windows, gradFn);
  return averagePool(context, input, windows, { gradFn, divisorOf: (count) => count });
}

const parameters: Readonly<Record<Kind, string>> = {
  max: 'input, kernel_size, stride=, padding=, dilation=, ceil_mode=, return_indices=',
  avg: 'input, kernel_size, stride=, padding=, ceil_mode=, count_include_pad=, divisor_override=',
};

function convolutionOf(args: Bound, rank: number): Convolution {
  const each = (name: string, otherwise: number) => {
    const given = args.intsOr(name, [otherwise]);
    return given.length === 1 ? new Array<number>(rank).fill(given[0]) : given;
  };
  return {
    stride: each('stride', 1),
    padding: each('padding', 0),
    dilation: each('dilation', 1),
    groups: args.intOr('groups', 1),
  };
}

/** `F.conv1d` to `F.conv3d`, of one sample or of a batch. */
function convolution(context: TorchContext, args: Bound, rank: number): TorchTensor {
  const [given, weight] = [args.tensor('input'), args.tensor('weight')];
  const bias = args.has('bias') ? args.tensor('bias') : null;
  const options = convolutionOf(args, rank);
  const isBatch = given.dimCount === rank + 2;
  const { stride, padding, dilation, groups } = options;
  const isPlain =
    (isBatch || given.dimCount === rank + 1) &&
    weight.dimCount === rank + 2 &&
    [stride, padding, dilation].every((one) => one.length === rank) &&
    [...stride, ...dilation, groups].every((one) => one > 0) &&
    padding.every((one) => one >= 0) &&
    [weight, bias ?? weight].every(({ dtype }) => dtype === given.dtype && isFloatingPoint(dtype));
  if (!isPlain) throw refused(`conv${rank}d`);
  const input = isBatch ? given : views.unsqueeze(context, given, 0);
  const [filters, perGroup, ...kernel] = weight.shape;
  const sizes = outputSizes(input.shape.slice(2), kernel, options);
  const fits =
    input.shape[1] === perGroup * groups &&
    filters % groups === 0 &&
    sizes.every((size) => size > 0) &&
    (bias === null || (bias.dimCount === 1 && bias.numel === filters));
  if (!fits || input.numel === 0 || weight.numel === 0) throw refused(`conv${rank}d`);
  const result = convolve(context, input, weight, bias, options);
  return isBatch ? result : views.squeeze(context, result, [0], 'SqueezeBackward1');
}

const pools: readonly Operation[] = (['avg', 'max'] as const).flatMap((kind) =>
  [1, 2, 3].flatMap((rank) => [
    operation(
      `${kind}_pool${rank}d`,
      kind === 'max' || rank === 1 ? 'torch F' : 'F',
      parameters[kind],
      'elementwise',
      (context, args) => pool(context, args, kind, rank),
    ),
    operation(
      `adaptive_${kind}_pool${rank}d`,
      rank === 1 ? 'torch F' : 'F',
      `input, output_size${kind === 'max' ? ', return_indices=' : ''}`,
      'elementwise',
      (context, args) => adaptivePool(context, args, kind, rank),
    ),
  ]),
);

/** Pools and convolutions over one, two or three dimensions. */
export const windowOperations: readonly Operation[] = [
  ...pools,
  ...[1, 2, 3].map((rank) =>
    operation(
      `conv${rank}d`,
      'torch F',
      'input, weight, bias=, stride=, padding=, dilation=, groups=',
      { does: 'scores', by: 'convolution' },
      (context, args) => convolution(context, args, rank),
    ),
  ),
];
