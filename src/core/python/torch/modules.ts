import type { Effect } from './effect';
import { layerModules } from './layerModules';
import { losses } from './losses';
import { normModules } from './nn/normModules';
import { weightedModules } from './nn/weightedModules';
import { operation } from './operation';
import { activationOf, optionsOf } from './operations/nn/activationOperations';
import { type Activation, activations } from './operations/nn/activations';
import { composedActivations } from './operations/nn/composedActivations';
import { distanceOperations } from './operations/nn/distanceLosses';
import { dropoutOperations } from './operations/nn/dropoutOperations';
import { marginLossModules, marginLossOperations } from './operations/nn/marginLosses';
import { pairLossOperations } from './operations/nn/pairLosses';
import { similarityOperations } from './operations/nn/similarityOperations';
import { softmaxOfChannels, softmaxOperations } from './operations/nn/softmaxOperations';
import { shapeOperations } from './operations/shapeOperations';
import { functionNamed, torchModule as module, type TorchModule } from './torchModule';

/** Modules that are not evaluated and differ by their names alone. */
function modulesOf(names: string, parameters: string, effect: Effect | null): readonly TorchModule[] {
  return names.split(' ').map((name) => module(name, parameters, { effect }));
}

function softmaxModule(name: string, functionName: string, parameters = 'dim='): TorchModule {
  const applies = functionNamed(softmaxOperations, functionName);
  return module(name, parameters, {
    effect: applies.effect,
    applies: applies.run ? applies : null,
    prints: ['dim'],
  });
}

function composedModule(
  name: string,
  functionName: string,
  defaults: TorchModule['defaults'] = {},
): TorchModule {
  const applies = functionNamed(composedActivations, functionName);
  const prints = Object.keys(defaults);
  const parameters = prints.map((key) => `${key}=`).join(', ');
  return module(name, parameters, { effect: applies.effect, applies, defaults, prints });
}

const pairLossFunctions = {
  BCEWithLogitsLoss: 'binary_cross_entropy_with_logits',
  BCELoss: 'binary_cross_entropy',
  SmoothL1Loss: 'smooth_l1_loss',
  HuberLoss: 'huber_loss',
} as const;

function pairLossModule(name: keyof typeof pairLossFunctions, parameters: string): TorchModule {
  return module(name, parameters, {
    effect: 'unknown',
    applies: functionNamed(pairLossOperations, pairLossFunctions[name]),
  });
}

/** It is random in training alone. */
function dropoutModule(name: string, functionName: string): TorchModule {
  return module(name, 'p=, inplace=', {
    effect: 'keeps',
    applies: functionNamed(dropoutOperations, functionName),
    defaults: { p: 0.5, inplace: false },
    prints: ['p', 'inplace'],
  });
}

function similarityModule(name: string, functionName: string, parameters: string): TorchModule {
  return module(name, parameters, {
    effect: 'unknown',
    applies: functionNamed(similarityOperations, functionName),
  });
}

function defaultsOf(options: NonNullable<Activation['options']>): TorchModule['defaults'] {
  const words = Object.entries(options).map(([name, one]) => [
    name,
    typeof one === 'object' ? one?.[0] : one,
  ]);
  return Object.fromEntries(words.filter(([, one]) => one !== undefined));
}

const activationModules: readonly TorchModule[] = activations.flatMap((activation) => {
  if (activation.module === null) return [];
  const { effect, options = {}, printsBare = false } = activation;
  return module(activation.module, optionsOf(activation), {
    effect,
    applies: activationOf(activation),
    defaults: defaultsOf(options),
    prints: Object.keys(options),
    barePrints: printsBare ? Object.keys(options).length : 0,
  });
});

const elementwiseModules =
  'PReLU RReLU Upsample UpsamplingBilinear2d UpsamplingNearest2d LocalResponseNorm LPPool1d LPPool2d';

/** The modules of `torch.nn` of which something is known, but for containers and the losses that take classes. */
export const modules: readonly TorchModule[] = [
  softmaxModule('Softmax', 'softmax'),
  softmaxModule('LogSoftmax', 'log_softmax'),
  softmaxModule('Softmin', 'softmin'),
  module('Softmax2d', '', {
    effect: { does: 'activates', name: 'softmax', dim: -3, isPlain: true },
    applies: softmaxOfChannels,
  }),
  composedModule('Softsign', 'softsign'),
  composedModule('Tanhshrink', 'tanhshrink'),
  composedModule('GLU', 'glu', { dim: -1n }),
  ...activationModules,
  ...layerModules,
  ...modulesOf(elementwiseModules, '*options', 'elementwise'),
  dropoutModule('Dropout', 'dropout'),
  ...['Dropout1d', 'Dropout2d', 'Dropout3d', 'AlphaDropout', 'FeatureAlphaDropout'].map((name) =>
    dropoutModule(
      name,
      name === 'AlphaDropout'
        ? 'alpha_dropout'
        : name === 'FeatureAlphaDropout'
          ? 'feature_alpha_dropout'
          : name.toLowerCase(),
    ),
  ),
  module('Identity', '*ignored', {
    effect: 'keeps',
    applies: operation('identity', 'F', 'input', 'keeps', (_, args) => args.tensor('input')),
  }),
  module('Flatten', 'start_dim=, end_dim=', {
    effect: { does: 'reshapes', to: 'flattened-samples' },
    applies: shapeOperations.find(({ name }) => name === 'flatten') ?? null,
    defaults: { start_dim: 1n, end_dim: -1n },
    prints: ['start_dim', 'end_dim'],
  }),
  pairLossModule('BCEWithLogitsLoss', 'weight=, size_average=, reduce=, reduction=, pos_weight='),
  pairLossModule('BCELoss', 'weight=, size_average=, reduce=, reduction='),
  pairLossModule('SmoothL1Loss', 'size_average=, reduce=, reduction=, beta='),
  pairLossModule('HuberLoss', 'reduction=, delta='),
  ...marginLossModules.map(([name, functionName, options]) =>
    module(name, options, {
      effect: 'unknown',
      applies: functionNamed(marginLossOperations, functionName),
    }),
  ),
  similarityModule('CosineSimilarity', 'cosine_similarity', 'dim=, eps='),
  similarityModule('PairwiseDistance', 'pairwise_distance', 'p=, eps=, keepdim='),
  module('MSELoss', 'size_average=, reduce=, reduction=', {
    effect: 'unknown',
    applies: functionNamed(distanceOperations, 'mse_loss'),
  }),
  module('L1Loss', 'size_average=, reduce=, reduction=', {
    effect: 'unknown',
    applies: functionNamed(distanceOperations, 'l1_loss'),
  }),
  ...weightedModules,
  ...normModules,
  module('LazyLinear', 'out_features, bias=, device=, dtype=', { effect: { does: 'scores', by: 'linear' } }),
  ...modulesOf(
    'LazyConv1d LazyConv2d LazyConv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d',
    '*options',
    { does: 'scores', by: 'convolution' },
  ),
  ...modulesOf('EmbeddingBag', '*options', { does: 'scores', by: 'embedding' }),
  ...modulesOf(
    'Bilinear LazyBatchNorm1d LazyBatchNorm2d SyncBatchNorm ' +
      'RMSNorm Transformer TransformerEncoder ' +
      'TransformerDecoder TransformerEncoderLayer TransformerDecoderLayer GRUCell RNNCell',
    '*options',
    { does: 'scores', by: 'other' },
  ),
  ...modulesOf('RNN GRU', '*options', { does: 'recurs', returns: 'output-and-state' }),
  ...modulesOf('LSTM', '*options', { does: 'recurs', returns: 'output-and-two-states' }),
  ...modulesOf('LSTMCell', '*options', { does: 'recurs', returns: 'two-states' }),
  ...modulesOf('MultiheadAttention', '*options', { does: 'recurs', returns: 'output-and-weights' }),
];

const byName: ReadonlyMap<string, TorchModule> = new Map(modules.map((one) => [one.name, one]));

export function moduleNamed(name: string): TorchModule | null {
  return byName.get(name) ?? null;
}

/** What holds other modules, and their kin: classes of `torch.nn` that are known without a row. */
const containers = ['Module', 'Parameter', 'Sequential', 'ModuleList', 'ModuleDict', 'DataParallel'];

/** The classes of `torch.nn` of which something is known. */
export const moduleNames: readonly string[] = [
  ...containers,
  ...losses.flatMap(({ classes }) => classes),
  ...byName.keys(),
];
