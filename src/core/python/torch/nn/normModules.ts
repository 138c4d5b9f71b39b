import { runtimeError, valueError } from '../../values/pythonError';
import { PyTuple, type Value } from '../../values/values';
import { type Operation, operation } from '../operation';
import { normOperations } from '../operations/nn/normOperations';
import { refused } from '../refused';
import { full } from '../tensor/create';
import type { TorchTensor } from '../tensor/torchTensor';
import { functionNamed, type Options, type TorchModule, torchModule } from '../torchModule';
import { filledParameter } from './parameters';

/** The sizes of a norm's weights, by the option that says them. */
function sizesIn(options: Options, name: string): readonly number[] {
  const value = options.get(name) ?? null;
  if (typeof value === 'bigint') return [Number(value)];
  if (value instanceof PyTuple && value.items.every((size) => typeof size === 'bigint'))
    return value.items.map(Number);
  throw refused('torch.nn');
}

interface Norm {
  readonly parameters: string;
  readonly applies: Operation;
  /** The option that asks for weights, and what it is by itself. */
  readonly affine: readonly [name: string, otherwise: boolean];
  /** The option that says the sizes of the weights. */
  readonly sizes: string;
  /** Whether it keeps running statistics when nothing is said of them. */
  readonly tracks?: boolean;
  readonly prints: readonly string[];
  readonly barePrints: number;
  readonly settles?: (options: Options) => Options;
}

/** A norm with weights that begin with 1 and 0. */
function normModule(name: string, norm: Norm): TorchModule {
  const { parameters, applies, sizes, tracks = false, prints, barePrints } = norm;
  const { settles = (options: Options) => options } = norm;
  const [affine, otherwise] = norm.affine;
  return torchModule(name, parameters, {
    effect: applies.effect,
    applies,
    defaults: { eps: 1e-5, momentum: 0.1, track_running_stats: tracks, [affine]: otherwise, bias: true },
    prints,
    barePrints,
    settles: (options) => {
      const isTracking = options.get('track_running_stats') === true;
      if ((options.get('dtype') ?? null) !== null || (isTracking && !tracks))
        throw refused(`torch.nn.${name}`);
      return new Map([
        ...settles(options),
        ['bias', options.get(affine) === true && options.get('bias') === true],
      ]);
    },
    holds: (_, options) => {
      const shape = sizesIn(options, sizes);
      const [weight, bias] = ([affine, 'bias'] as const).map((option, i) =>
        options.get(option) === true ? filledParameter(shape, 1 - i, 'float32') : null,
      );
      const isTracking = options.get('track_running_stats') === true;
      return { parameters: { weight, bias }, buffers: isTracking ? statistics(shape) : {} };
    },
  });
}

function statistics(shape: readonly number[]): Readonly<Record<string, TorchTensor>> {
  return {
    running_mean: full(shape, 0, 'float32'),
    running_var: full(shape, 1, 'float32'),
    num_batches_tracked: full([], 0, 'int64'),
  };
}

const weights = 'weight=, bias=, eps=';

function normOf(name: string, parameters: string, ranks: readonly number[] = []): Operation {
  const { effect, run } = functionNamed(normOperations, name);
  return operation(name, 'F', parameters, effect, (context, args) => {
    const input = args.tensor('input');
    const isOdd = ranks.length > 0 && !ranks.includes(input.dimCount);
    if (!run || isOdd) throw refused(name);
    if (args.has('num_channels') && args.int('num_channels') !== input.shape[1]) throw refused(name);
    return run(context, args);
  });
}

/** `BatchNorm1d` takes (N, C) and (N, C, L), the others (N, C, …) with as many dimensions as they say. */
function batchNormOf(rank: number): Operation {
  const { effect, run } = functionNamed(normOperations, 'batch_norm');
  const parameters = `input, running_mean=, running_var=, ${weights}, training=, momentum=, num_batches_tracked=, num_features=`;
  return operation('batch_norm', 'F', parameters, effect, (context, args) => {
    const input = args.tensor('input');
    const { dimCount } = input;
    if (!(rank === 1 ? [2, 3] : [rank + 2]).includes(dimCount)) {
      const expected = rank === 1 ? '2D or 3D' : `${rank + 2}D`;
      throw valueError(`expected ${expected} input (got ${dimCount}D input)`);
    }
    const channels = args.int('num_features');
    if (channels !== input.shape[1] && args.has('running_mean')) {
      throw runtimeError(`running_mean should contain ${input.shape[1]} elements not ${channels}`);
    }
    const result = run?.(context, args) ?? null;
    const isTraining = args.bool('training', false);
    if (isTraining && args.has('num_batches_tracked')) args.tensor('num_batches_tracked').memory.data[0]++;
    return result;
  });
}

/** The norms of `torch.nn`. */
export const normModules: readonly TorchModule[] = [
  normModule('LayerNorm', {
    parameters: 'normalized_shape, eps=, elementwise_affine=, bias=, device=, dtype=',
    applies: normOf('layer_norm', `input, normalized_shape, ${weights}`),
    affine: ['elementwise_affine', true],
    sizes: 'normalized_shape',
    prints: ['normalized_shape', 'eps', 'elementwise_affine', 'bias'],
    barePrints: 1,
    settles: (options) => {
      const sizes = sizesIn(options, 'normalized_shape').map(BigInt);
      return new Map<string, Value>([...options, ['normalized_shape', new PyTuple(sizes)]]);
    },
  }),
  normModule('GroupNorm', {
    parameters: 'num_groups, num_channels, eps=, affine=, device=, dtype=, *, bias=',
    applies: normOf('group_norm', `input, num_groups, num_channels, ${weights}`),
    affine: ['affine', true],
    sizes: 'num_channels',
    prints: ['num_groups', 'num_channels', 'eps', 'affine', 'bias'],
    barePrints: 2,
  }),
  ...[1, 2, 3].flatMap((rank) => [
    normModule(`InstanceNorm${rank}d`, {
      parameters: 'num_features, eps=, momentum=, affine=, track_running_stats=, device=, dtype=, *, bias=',
      applies: normOf('instance_norm', `input, ${weights}`, [rank + 2]),
      affine: ['affine', false],
      sizes: 'num_features',
      prints: ['num_features', 'eps', 'momentum', 'affine', 'bias', 'track_running_stats'],
      barePrints: 1,
    }),
    normModule(`BatchNorm${rank}d`, {
      parameters: 'num_features, eps=, momentum=, affine=, track_running_stats=, device=, dtype=, *, bias=',
      applies: batchNormOf(rank),
      affine: ['affine', true],
      sizes: 'num_features',
      tracks: true,
      prints: ['num_features', 'eps', 'momentum', 'affine', 'bias', 'track_running_stats'],
      barePrints: 1,
    }),
  ]),
];
