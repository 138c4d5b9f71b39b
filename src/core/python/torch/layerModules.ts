import { PyTuple, type Value } from '../values/values';
import type { PadMode } from './kernels/layers/pad';
import { type Operation, operation } from './operation';
import { layerOperations, padded } from './operations/nn/layerOperations';
import { windowOperations } from './operations/nn/windowOperations';
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

/** The layers of `torch.nn` that hold no weights. */
export const layerModules: readonly TorchModule[] = [
  ...[1, 2, 3].flatMap(poolModules),
  ...padModules,
  ...shuffleModules,
];
