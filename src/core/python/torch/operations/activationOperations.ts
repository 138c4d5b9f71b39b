import type { Effect } from '../effect';
import { updateInPlace } from '../kernels/inPlace';
import { applyUnary, noBools, type Unary } from '../kernels/unary';
import { type Operation, operation, type Run } from '../operation';
import type { TorchTensor } from '../tensor/torchTensor';

/** A function of each element, as networks have them between their layers. */
export interface Activation extends Unary {
  readonly name: string;
  /** Besides `torch.nn.functional`. */
  readonly homes?: string;
  readonly effect: Effect;
  /** Class of `torch.nn` that applies it; null for none. */
  readonly module: string | null;
  /** Numbers that it takes besides the tensor, with their defaults. */
  readonly options?: Readonly<Record<string, number>>;
  /** Whether it takes `inplace=True`. */
  readonly hasInPlace?: boolean;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

export const activations: readonly Activation[] = [
  {
    name: 'relu',
    homes: 'torch method',
    module: 'ReLU',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
    derivative: (_, y) => (y > 0 ? 1 : 0),
    gradFn: 'ReluBackward0',
    keepsInts: true,
    refusesBools: noBools('Boolean inputs not supported for relu'),
  },
  {
    name: 'sigmoid',
    homes: 'torch method',
    module: 'Sigmoid',
    effect: { does: 'activates', name: 'sigmoid', dim: null, isPlain: true },
    f: sigmoid,
    derivative: (_, y) => y * (1 - y),
    gradFn: 'SigmoidBackward0',
  },
  {
    name: 'tanh',
    homes: 'torch method',
    module: 'Tanh',
    effect: 'elementwise',
    f: Math.tanh,
    derivative: (_, y) => 1 - y * y,
    gradFn: 'TanhBackward0',
  },
  {
    name: 'silu',
    module: 'SiLU',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => x * sigmoid(x),
    derivative: (x) => sigmoid(x) * (1 + x * (1 - sigmoid(x))),
    gradFn: 'SiluBackward0',
    floatsOnly: 'silu_cpu',
  },
  {
    name: 'leaky_relu',
    module: 'LeakyReLU',
    options: { negative_slope: 0.01 },
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, slope) => (x > 0 ? x : x * slope),
    derivative: (x, _, slope) => (x > 0 ? 1 : slope),
    gradFn: 'LeakyReluBackward0',
    floatsOnly: 'leaky_relu_cpu',
  },
  {
    name: 'elu',
    module: 'ELU',
    options: { alpha: 1 },
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, alpha) => (x > 0 ? x : alpha * Math.expm1(x)),
    derivative: (x, _, alpha) => (x > 0 ? 1 : alpha * Math.exp(x)),
    gradFn: 'EluBackward0',
    floatsOnly: 'elu_cpu',
  },
  {
    name: 'logsigmoid',
    module: 'LogSigmoid',
    effect: 'unlike',
    f: (x) => -softplus(-x),
    derivative: (x) => sigmoid(-x),
    gradFn: 'LogSigmoidBackward0',
    floatsOnly: 'log_sigmoid_cpu',
  },
  {
    name: 'softplus',
    module: 'Softplus',
    options: { beta: 1, threshold: 20 },
    effect: 'softplus',
    f: (x, beta, threshold) => (x * beta > threshold ? x : softplus(x * beta) / beta),
    derivative: (x, _, beta, threshold) => (x * beta > threshold ? 1 : sigmoid(x * beta)),
    gradFn: 'SoftplusBackward0',
    floatsOnly: 'softplus_cpu',
  },
  {
    name: 'hardtanh',
    module: 'Hardtanh',
    options: { min_val: -1, max_val: 1 },
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, low, high) => (Number.isNaN(x) ? x : Math.min(high, Math.max(low, x))),
    derivative: (x, _, low, high) => (x > low && x < high ? 1 : 0),
    gradFn: 'HardtanhBackward0',
    floatsOnly: 'hardtanh_cpu',
  },
  {
    name: 'relu6',
    module: 'ReLU6',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => (Number.isNaN(x) ? x : Math.min(6, Math.max(0, x))),
    derivative: (x) => (x > 0 && x < 6 ? 1 : 0),
    gradFn: 'HardtanhBackward0',
    floatsOnly: 'hardtanh_cpu',
  },
  {
    name: 'selu',
    homes: 'torch',
    module: 'SELU',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => seluScale * (x > 0 ? x : seluAlpha * Math.expm1(x)),
    derivative: (x) => seluScale * (x > 0 ? 1 : seluAlpha * Math.exp(x)),
    gradFn: 'EluBackward0',
    floatsOnly: 'elu_cpu',
  },
  {
    name: 'mish',
    module: 'Mish',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => x * Math.tanh(softplus(x)),
    derivative: (x) => {
      const t = Math.tanh(softplus(x));
      return t + x * sigmoid(x) * (1 - t * t);
    },
    gradFn: 'MishBackward0',
    floatsOnly: 'mish_cpu',
  },
  {
    name: 'hardswish',
    module: 'Hardswish',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => (x * Math.min(6, Math.max(0, x + 3))) / 6,
    derivative: (x) => (x <= -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1),
    gradFn: 'HardswishBackward0',
    floatsOnly: 'hardswish_cpu',
  },
  {
    name: 'hardsigmoid',
    module: 'Hardsigmoid',
    hasInPlace: true,
    effect: 'unlike',
    f: (x) => Math.min(6, Math.max(0, x + 3)) / 6,
    derivative: (x) => (x > -3 && x < 3 ? 1 / 6 : 0),
    gradFn: 'HardsigmoidBackward0',
    floatsOnly: 'hardsigmoid_cpu',
  },
];

/** The parameters of an activation besides the tensor, as a text for a signature. */
export function optionsOf({ options = {}, hasInPlace = false }: Activation): string {
  return [...Object.keys(options), ...(hasInPlace ? ['inplace'] : [])].map((name) => `${name}=`).join(', ');
}

function runOf(activation: Activation): Run {
  return (context, args) => {
    const numbers = Object.entries(activation.options ?? {}).map(([name, otherwise]) =>
      args.numberOr(name, otherwise),
    );
    const apply = (input: TorchTensor) => applyUnary(context, input, activation, numbers);
    const input = args.tensor('input');
    return args.bool('inplace', false) ? updateInPlace(context, input, apply) : apply(input);
  };
}

/** The function of an activation, which modules apply too. */
export function activationOf(activation: Activation): Operation {
  const { name, effect } = activation;
  return operation(name, 'F', `input, ${optionsOf(activation)}`, effect, runOf(activation), 'python');
}

/** Activations as functions and methods. */
export const activationOperations: readonly Operation[] = activations.flatMap((activation) => {
  const { name, homes, effect } = activation;
  const plain = homes ? [operation(name, homes, 'input', effect, runOf(activation))] : [];
  return [activationOf(activation), ...plain];
});
