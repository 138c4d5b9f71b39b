import { PyTuple, type Value } from '../../values/values';
import { matrixOperations } from '../operations/matrixOperations';
import { layerOperations } from '../operations/nn/layerOperations';
import { windowOperations } from '../operations/nn/windowOperations';
import { refused } from '../refused';
import { toDType } from '../signature';
import type { DrawnType } from '../tensor/randomDraws';
import type { TorchContext } from '../tensor/torchContext';
import { functionNamed, type Holdings, type Options, type TorchModule, torchModule } from '../torchModule';
import { kaimingBound, normalParameter, uniformParameter } from './parameters';

/** A size among the options of a layer. */
function sizeIn(options: Options, name: string): number {
  const size = options.get(name) ?? null;
  if (typeof size === 'bigint' && size > 0n) return Number(size);
  throw refused(`torch.nn.${name}`);
}

function dtypeIn(options: Options): DrawnType {
  const given = options.get('dtype') ?? null;
  const dtype = given === null ? 'float32' : toDType(given);
  if (dtype === 'float32' || dtype === 'float64') return dtype;
  throw refused('dtype');
}

/** A weight and a bias that begin with as many inputs. */
function weightAndBias(
  context: TorchContext,
  options: Options,
  { layer, shape, fanIn }: { layer: string; shape: readonly number[]; fanIn: number },
): Holdings {
  const dtype = dtypeIn(options);
  const weight = uniformParameter(context, { layer, shape, dtype }, kaimingBound(fanIn));
  const hasBias = options.get('bias') !== false;
  const bias = hasBias
    ? uniformParameter(context, { layer, shape: shape.slice(0, 1), dtype }, 1 / Math.sqrt(fanIn))
    : null;
  return { parameters: { weight, bias } };
}

const linear = torchModule('Linear', 'in_features, out_features, bias=, device=, dtype=', {
  effect: { does: 'scores', by: 'linear' },
  applies: functionNamed(matrixOperations, 'linear'),
  defaults: { bias: true },
  prints: ['in_features', 'out_features', 'bias'],
  holds: (context, options) => {
    const [inputs, outputs] = [sizeIn(options, 'in_features'), sizeIn(options, 'out_features')];
    return weightAndBias(context, options, { layer: 'Linear', shape: [outputs, inputs], fanIn: inputs });
  },
});

/** `Embedding(5, 3)`: the row of `padding_idx` begins with zeros. */
const embedding = torchModule(
  'Embedding',
  'num_embeddings, embedding_dim, padding_idx=, max_norm=, norm_type=, scale_grad_by_freq=, sparse=, device=, dtype=',
  {
    effect: { does: 'scores', by: 'embedding' },
    applies: functionNamed(layerOperations, 'embedding'),
    prints: ['num_embeddings', 'embedding_dim', 'padding_idx'],
    barePrints: 2,
    hides: (options) => ((options.get('padding_idx') ?? null) === null ? ['padding_idx'] : []),
    settles: (options) => {
      const odd = ['max_norm', 'norm_type', 'scale_grad_by_freq', 'sparse'];
      if (odd.some((name) => (options.get(name) ?? null) !== null)) throw refused('torch.nn.Embedding');
      const padding = options.get('padding_idx') ?? null;
      const count = options.get('num_embeddings') ?? null;
      if (typeof padding !== 'bigint' || padding >= 0n || typeof count !== 'bigint') return options;
      return new Map([...options, ['padding_idx', padding + count]]);
    },
    holds: (context, options) => {
      const width = sizeIn(options, 'embedding_dim');
      const shape = [sizeIn(options, 'num_embeddings'), width];
      const weight = normalParameter(context, { layer: 'Embedding', shape, dtype: dtypeIn(options) });
      const padding = options.get('padding_idx') ?? null;
      if (padding !== null)
        weight.memory.data.fill(0, Number(padding) * width, (Number(padding) + 1) * width);
      return { parameters: { weight } };
    },
  },
);

/** As many of it as there are dimensions. */
function spread(options: Options, name: string, rank: number): Value {
  const value = options.get(name) ?? null;
  if (typeof value === 'bigint') return new PyTuple(new Array<Value>(rank).fill(value));
  if (value instanceof PyTuple && value.items.length === rank) return value;
  throw refused('torch.nn.Conv');
}

/** Whether an option is this value, or a tuple of it alone. */
function isAll(option: Value, value: Value): boolean {
  return option instanceof PyTuple ? option.items.every((one) => one === value) : option === value;
}

const convolutionOptions = 'stride=, padding=, dilation=, groups=, bias=, padding_mode=, device=, dtype=';

function convolution(rank: number): TorchModule {
  const name = `Conv${rank}d`;
  const sizes = ['kernel_size', 'stride', 'padding', 'dilation'];
  return torchModule(name, `in_channels, out_channels, kernel_size, ${convolutionOptions}`, {
    effect: { does: 'scores', by: 'convolution' },
    applies: functionNamed(windowOperations, `conv${rank}d`),
    defaults: { stride: 1n, padding: 0n, dilation: 1n, groups: 1n, bias: true, padding_mode: 'zeros' },
    prints: ['in_channels', 'out_channels', 'kernel_size', 'stride', 'padding', 'dilation', 'groups', 'bias'],
    barePrints: 2,
    hides: (options) =>
      Object.entries({ padding: 0n, dilation: 1n, groups: 1n, bias: true })
        .filter(([option, usual]) => isAll(options.get(option) ?? null, usual))
        .map(([option]) => option),
    settles: (options) => {
      if (options.get('padding_mode') !== 'zeros') throw refused(`torch.nn.${name}`);
      return new Map([
        ...options,
        ...sizes.map((size): [string, Value] => [size, spread(options, size, rank)]),
      ]);
    },
    holds: (context, options) => {
      const groups = sizeIn(options, 'groups');
      const channels = sizeIn(options, 'in_channels') / groups;
      const kernel = options.get('kernel_size') as PyTuple;
      const window = kernel.items.map(Number);
      const shape = [sizeIn(options, 'out_channels'), channels, ...window];
      const fanIn = window.reduce((product, size) => product * size, channels);
      if (!Number.isInteger(channels)) throw refused(`torch.nn.${name}`);
      return weightAndBias(context, options, { layer: name, shape, fanIn });
    },
  });
}

/** Layers that multiply by weights, which begin as PyTorch makes them after a seed. */
export const weightedModules: readonly TorchModule[] = [linear, embedding, ...[1, 2, 3].map(convolution)];
