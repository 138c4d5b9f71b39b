import { PyTuple, type Value } from '../values/values';
import type { PadMode } from './kernels/layers/pad';
import { type Operation, operation } from './operation';
import { layerOperations, padded } from './operations/nn/layerOperations';
import { normOperations } from './operations/nn/normOperations';
import { windowOperations } from './operations/nn/windowOperations';
import { refused } from './refused';
import { functionNamed, type Options, type TorchModule, torchModule } from './torchModule';

function changed(options: Options, key: string, value: Value): Options {
  return new Map([...options, [key, value]]);
}

/** As many of it as there are dimensions, unless it is a tuple. */
function tupleOf(value: Value, count: number): Value {
  return typeof value === 'bigint' ? new PyTuple(new Array<Value>(count).fill(value)) : value;
}

/** A stride that is not given is the size of the kernel. */
function withStride(options: Options): Options {
  return options.get('stride') === null
    ? changed(options, 'stride', options.get('kernel_size') ?? null)
    : options;
}

/** `AvgPool1d` makes tuples of its numbers. */
function withTuples(options: Options): Options {
  const names = ['kernel_size', 'stride', 'padding'];
  return names.reduce(
    (settled, key) => changed(settled, key, tupleOf(settled.get(key) ?? null, 1)),
    withStride(options),
  );
}

function poolModules(rank: number): readonly TorchModule[] {
  const applies = (name: string) => functionNamed(windowOperations, `${name}${rank}d`);
  const adaptive = (name: string, applied: Operation, parameters: string) =>
    torchModule(name, parameters, {
      effect: 'elementwise',
      applies: applied,
      prints: ['output_size'],
    });
  return [
    torchModule(`MaxPool${rank}d`, 'kernel_size, stride=, padding=, dilation=, return_indices=, ceil_mode=', {
      effect: 'elementwise',
      applies: applies('max_pool'),
      defaults: { padding: 0n, dilation: 1n, return_indices: false, ceil_mode: false },
      prints: ['kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode'],
      settles: withStride,
    }),
    torchModule(
      `AvgPool${rank}d`,
      `kernel_size, stride=, padding=, ceil_mode=, count_include_pad=${rank > 1 ? ', divisor_override=' : ''}`,
      {
        effect: 'elementwise',
        applies: applies('avg_pool'),
        defaults: { padding: 0n, ceil_mode: false, count_include_pad: true },
        prints: ['kernel_size', 'stride', 'padding'],
        settles: rank === 1 ? withTuples : withStride,
      },
    ),
    adaptive(`AdaptiveAvgPool${rank}d`, applies('adaptive_avg_pool'), 'output_size'),
    adaptive(`AdaptiveMaxPool${rank}d`, applies('adaptive_max_pool'), 'output_size, return_indices='),
  ];
}

function padModule(name: string, rank: number, mode: PadMode): TorchModule {
  const hasValue = name === 'ConstantPad';
  const parameters = hasValue ? 'padding, value' : 'padding';
  return torchModule(`${name}${rank}d`, parameters, {
    effect: 'elementwise',
    applies: operation('pad', 'F', `input, ${parameters}`, 'elementwise', (context, args) =>
      padded(context, args.tensor('input'), {
        sizes: args.ints('padding'),
        mode,
        value: hasValue ? args.number('value') : 0,
      }),
    ),
    prints: parameters.split(', '),
    barePrints: hasValue ? 0 : 1,
    settles: (options) => changed(options, 'padding', tupleOf(options.get('padding') ?? null, 2 * rank)),
  });
}

const padModules: readonly TorchModule[] = [1, 2, 3].flatMap((rank) => [
  padModule('ZeroPad', rank, 'constant'),
  padModule('ConstantPad', rank, 'constant'),
  padModule('ReflectionPad', rank, 'reflect'),
  padModule('ReplicationPad', rank, 'replicate'),
]);

const shuffleModules: readonly TorchModule[] = (
  [
    ['PixelShuffle', 'pixel_shuffle', 'upscale_factor'],
    ['PixelUnshuffle', 'pixel_unshuffle', 'downscale_factor'],
    ['ChannelShuffle', 'channel_shuffle', 'groups'],
  ] as const
).map(([name, functionName, parameter]) =>
  torchModule(name, parameter, {
    effect: 'elementwise',
    applies: functionNamed(layerOperations, functionName),
    prints: [parameter],
  }),
);

interface Norm {
  readonly parameters: string;
  readonly applies: Operation;
  /** The option that asks for weights, and what it is by itself. */
  readonly affine: readonly [name: string, otherwise: boolean];
  readonly prints: readonly string[];
  readonly barePrints: number;
  readonly settles?: (options: Options) => Options;
}

/** A norm without weights, which would be parameters. */
function normModule(name: string, norm: Norm): TorchModule {
  const { parameters, applies, prints, barePrints, settles = (options) => options } = norm;
  const [affine, otherwise] = norm.affine;
  return torchModule(name, parameters, {
    effect: applies.effect,
    applies,
    defaults: { eps: 1e-5, momentum: 0.1, track_running_stats: false, [affine]: otherwise },
    prints,
    barePrints,
    settles: (options) => {
      if (options.get(affine) !== false || options.get('track_running_stats') === true)
        throw refused(`torch.nn.${name}`);
      return changed(settles(options), 'bias', false);
    },
  });
}

function normOf(name: string, parameters: string, ranks: readonly number[] = []): Operation {
  const { effect, run } = functionNamed(normOperations, name);
  return operation(name, 'F', parameters, effect, (context, args) => {
    const input = args.tensor('input');
    const isOdd = ranks.length > 0 && !ranks.includes(input.dimCount);
    const isOther = args.has('num_channels') && args.int('num_channels') !== input.shape[1];
    if (!run || isOdd || isOther) throw refused(name);
    return run(context, args);
  });
}

const normModules: readonly TorchModule[] = [
  normModule('LayerNorm', {
    parameters: 'normalized_shape, eps=, elementwise_affine=, bias=, device=, dtype=',
    applies: normOf('layer_norm', 'input, normalized_shape, eps='),
    affine: ['elementwise_affine', true],
    prints: ['normalized_shape', 'eps', 'elementwise_affine', 'bias'],
    barePrints: 1,
    settles: (options) =>
      changed(options, 'normalized_shape', tupleOf(options.get('normalized_shape') ?? null, 1)),
  }),
  normModule('GroupNorm', {
    parameters: 'num_groups, num_channels, eps=, affine=, device=, dtype=, *, bias=',
    applies: normOf('group_norm', 'input, num_groups, num_channels, eps='),
    affine: ['affine', true],
    prints: ['num_groups', 'num_channels', 'eps', 'affine', 'bias'],
    barePrints: 2,
  }),
  ...[1, 2, 3].map((rank) =>
    normModule(`InstanceNorm${rank}d`, {
      parameters: 'num_features, eps=, momentum=, affine=, track_running_stats=, device=, dtype=, *, bias=',
      applies: normOf('instance_norm', 'input, eps=', [rank + 2]),
      affine: ['affine', false],
      prints: ['num_features', 'eps', 'momentum', 'affine', 'bias', 'track_running_stats'],
      barePrints: 1,
    }),
  ),
];

/** The layers of `torch.nn` that hold no weights. */
export const layerModules: readonly TorchModule[] = [
  ...[1, 2, 3].flatMap(poolModules),
  ...padModules,
  ...shuffleModules,
  ...normModules,
];
