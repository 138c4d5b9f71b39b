import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import { type CallSite, call } from '../follow/calls';
import type { Interpreter } from '../follow/interpreter';
import { choose, forEach, tagged } from '../values/choice';
import { factsOf, type TensorValue, tensor, unknownTensor } from '../values/tensorValue';
import { addStep } from '../values/trail';
import {
  type GivenArgument,
  type Single,
  type TorchValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { always } from '../values/when';
import { activatedByModule, axisOf } from './activations';
import { elementwiseModules, keepingModules, recurrentModules, scoringModules } from './kinds';
import { argument, flattened, numberOf } from './shapes';

/** A module of torch called on a tensor. */
export function applyModule(
  run: Interpreter,
  module: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const input = args[0]?.value ?? unknown;
  if (module.cells.has('forward')) return unknown;
  if (module.name === 'Sequential') return applyChildren(run, module, args, site);
  if (module.name === 'wrapped') return call(run, module.cells.get('module') ?? unknown, args, site);
  if (module.name === 'backbone') return applyBackbone(run, module, args, site);
  return forEach(input, run.path, (single) => applyTo(module, asTensor(single), site));
}

function asTensor(value: Single): TensorValue {
  return value.type === 'tensor' ? value : unknownTensor;
}

function applyChildren(
  run: Interpreter,
  module: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const children = module.cells.get('children');
  if (children?.type !== 'tuple') return unknown;
  const apply = (value: Value, child: Value) =>
    call(run, child, [{ ...site, name: null, stars: 0, value }], site);
  let value: Value = args[0]?.value ?? unknown;
  for (const child of children.items) value = apply(value, child);
  if (children.rest !== null) {
    const { rest } = children;
    value = choose([...tagged(value, always), ...tagged(apply(value, rest), always)]);
  }
  for (const child of children.tail) value = apply(value, child);
  return value;
}

/** A model of a library: its last layer is linear unless the program replaced something in it. */
function applyBackbone(
  run: Interpreter,
  module: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const head = [...heads].map((name) => module.cells.get(name)).find((value) => value !== undefined);
  const replaced = head ?? module.cells.get('replaced');
  const features = scoresOf(module, unknownTensor);
  if (replaced === undefined) return features;
  return call(run, replaced, [{ ...site, name: null, stars: 0, value: features }], { ...site, ...args[0] });
}

const heads = ['fc', 'classifier', 'head', 'heads', 'last_linear', '_fc'];

function applyTo(module: TorchValue, x: TensorValue, site: CallSite): Value {
  const { name, args } = module;
  if (name === 'Softmax') return activatedByModule('softmax', x, module, axisOf(args, 0), site);
  if (name === 'Softmin') return activatedByModule('softmax', x, module, axisOf(args, 0), site);
  if (name === 'Softmax2d') return activatedByModule('softmax', x, module, { dim: -3, dimRange: null }, site);
  if (name === 'LogSoftmax') return activatedByModule('log_softmax', x, module, axisOf(args, 0), site);
  if (name === 'Sigmoid')
    return activatedByModule('sigmoid', x, module, { dim: undefined, dimRange: null }, site);
  if (scoringModules.has(name)) return scoresOf(module, x);
  if (recurrentModules.has(name)) {
    const output = scoresOf(module, unknownTensor);
    const state = { ...output, rank: null, minRank: 0, isLastAxisClasses: false };
    return tuple([output, name === 'LSTM' ? tuple([state, state]) : state]);
  }
  if (name === 'LSTMCell') return tuple([scoresOf(module, x), scoresOf(module, x)]);
  if (name === 'MultiheadAttention') return tuple([scoresOf(module, unknownTensor), unknownTensor]);
  if (keepingModules.has(name)) return x;
  if (name === 'Flatten') {
    const start = argument(args, 'start_dim', 0);
    const flat = flattened(x, start ? numberOf(start.value) : 1);
    return x.kind === 'scores' ? flat : tensor(factsOf(flat));
  }
  if (elementwiseModules.has(name)) return x.kind === 'scores' ? x : keepShape(x);
  return unknown;
}

function keepShape({ rank, minRank }: TensorValue): TensorValue {
  return tensor({ rank, minRank });
}

/** Raw scores with the shape that the layer gives them. */
function scoresOf(module: TorchValue, x: TensorValue): TensorValue {
  const { name, args, path, from, to } = module;
  const isLinear = /Linear|backbone/.test(name);
  const isConvolution = /Conv/.test(name);
  const isEmbedding = name.startsWith('Embedding');
  const outFeatures = numberOf(argument(args, 'out_features', name === 'LazyLinear' ? 0 : 1)?.value);
  const told =
    name === 'backbone'
      ? l10n.t('`{0}` returns raw scores', codeInWords(module.written))
      : l10n.t('`nn.{0}` makes raw scores', name);
  return tensor(
    {
      rank: isEmbedding ? null : x.rank,
      minRank: isConvolution ? Math.max(2, x.minRank) : x.minRank,
      dtype: 'float',
      isLastAxisClasses: isLinear && outFeatures !== 1,
      isLastAxisOne: isLinear && outFeatures === 1,
      trail: addStep(null, { path, from, to }, told),
    },
    'scores',
  );
}
