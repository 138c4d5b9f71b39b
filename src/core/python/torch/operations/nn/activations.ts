import { runtimeError } from '../../../values/pythonError';
import type { Effect } from '../../effect';
import { gelu, geluSlope, tanhGelu, tanhGeluSlope } from '../../kernels/elementwise/gelu';
import { noBoolKernel, noBools, type Round, type Unary } from '../../kernels/elementwise/unary';
import { refused } from '../../refused';

/** What an option is that is not given; null where it must be, and the words among which it is chosen, the first by itself. */
export type Default = number | null | readonly string[];

/** A function of each element, as networks have them between their layers. */
export interface Activation extends Unary {
  readonly name: string;
  /** Besides `torch.nn.functional`. */
  readonly homes?: string;
  readonly effect: Effect;
  /** Class of `torch.nn` that applies it; null for none. */
  readonly module: string | null;
  /** What it takes besides the tensor; the kernel gets numbers, of words their position. */
  readonly options?: Readonly<Record<string, Default>>;
  /** What PyTorch says of such numbers; null where it takes them. */
  readonly refuses?: (...options: number[]) => Error | null;
  /** Where float32 leaves fewer digits than are printed, and which ones depends on the processor. */
  readonly isUnsettled?: (x: number) => boolean;
  /** Whether it takes `inplace=True`. */
  readonly hasInPlace?: boolean;
  /** Its function is written in C++, which words complaints about a call in other ways. */
  readonly isNative?: boolean;
  /** Its module prints its options without their names. */
  readonly printsBare?: boolean;
}

const sigmoid = (x: number, round: Round) => round(1 / round(1 + round(Math.exp(-x))));
const softplus = (x: number, round: Round) => round(Math.log1p(round(Math.exp(x))));
const cut = (x: number, low: number, high: number) =>
  Number.isNaN(x) ? x : Math.min(high, Math.max(low, x));

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

/** `elu` with its slopes on both sides: positive, negative, and within the exponential. */
function eluOf(x: number, round: Round, alpha: number, scale: number, inner: number): number {
  return x < 0 ? round(Math.expm1(round(x * inner))) * round(alpha * scale) : x * scale;
}

function eluSlope(x: number, round: Round, alpha: number, scale: number, inner: number): number {
  return x <= 0 ? round(inner * round(alpha * scale)) * round(Math.exp(round(x * inner))) : scale;
}

export const activations: readonly Activation[] = [
  {
    name: 'relu',
    homes: 'torch method',
    module: 'ReLU',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
    derivative: (x) => (x <= 0 ? 0 : 1),
    gradFn: 'ReluBackward0',
    cutsGradient: true,
    keepsInts: true,
    refusesBools: noBools('Boolean inputs not supported for relu'),
  },
  {
    name: 'sigmoid',
    homes: 'torch method',
    module: 'Sigmoid',
    effect: { does: 'activates', name: 'sigmoid', dim: null, isPlain: true },
    f: sigmoid,
    derivative: (_, y, round) => y * round(1 - y),
    gradFn: 'SigmoidBackward0',
  },
  {
    name: 'tanh',
    homes: 'torch method',
    module: 'Tanh',
    effect: 'elementwise',
    f: (x) => Math.tanh(x),
    derivative: (_, y) => 1 - y * y,
    gradFn: 'TanhBackward0',
  },
  {
    name: 'silu',
    module: 'SiLU',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, round) => x / round(1 + round(Math.exp(-x))),
    derivative: (x, _, round) => {
      const y = sigmoid(x, round);
      return y * round(1 + x * round(1 - y));
    },
    gradFn: 'SiluBackward0',
    floatsOnly: 'silu_cpu',
  },
  {
    name: 'leaky_relu',
    module: 'LeakyReLU',
    options: { negative_slope: 0.01 },
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, _, slope) => (x > 0 ? x : x * slope),
    derivative: (x, _, __, slope) => (x > 0 ? 1 : slope),
    gradFn: 'LeakyReluBackward0',
    floatsOnly: 'leaky_relu_cpu',
  },
  {
    name: 'elu',
    module: 'ELU',
    options: { alpha: 1 },
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, round, alpha) => eluOf(x, round, alpha, 1, 1),
    derivative: (x, _, round, alpha) => eluSlope(x, round, alpha, 1, 1),
    gradFn: 'EluBackward0',
    floatsOnly: 'elu_cpu',
  },
  {
    name: 'selu',
    homes: 'torch',
    module: 'SELU',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, round) => eluOf(x, round, round(seluAlpha), round(seluScale), 1),
    derivative: (x, _, round) => eluSlope(x, round, round(seluAlpha), round(seluScale), 1),
    gradFn: 'EluBackward0',
    floatsOnly: 'elu_cpu',
  },
  {
    name: 'celu',
    homes: 'torch',
    module: 'CELU',
    options: { alpha: 1 },
    refuses: (alpha) => (alpha === 0 ? runtimeError('ZeroDivisionError: alpha cannot be 0 for CELU') : null),
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, round, alpha) => eluOf(x, round, alpha, 1, round(1 / alpha)),
    // PyTorch takes alpha for one of float32 here, in float64 too.
    derivative: (x, _, round, alpha) => eluSlope(x, round, alpha, 1, round(1 / Math.fround(alpha))),
    gradFn: 'CeluBackward0',
    floatsOnly: 'elu_cpu',
  },
  {
    name: 'gelu',
    module: 'GELU',
    options: { approximate: ['none', 'tanh'] },
    isNative: true,
    effect: 'elementwise',
    f: (x, round, isTanh) => (isTanh ? tanhGelu(x, round) : gelu(x, round)),
    derivative: (x, _, round, isTanh) => (isTanh ? tanhGeluSlope(x, round) : geluSlope(x, round)),
    gradFn: 'GeluBackward0',
    isUnsettled: (x) => x < -2.5,
    floatsOnly: 'GeluKernelImpl',
  },
  {
    name: 'logsigmoid',
    module: 'LogSigmoid',
    isNative: true,
    effect: 'unlike',
    f: (x, round) => Math.min(0, x) - softplus(-Math.abs(x), round),
    derivative: (x, _, round) => {
      const z = round(Math.exp(-Math.abs(x)));
      const share = round(z / round(1 + z));
      return x < 0 ? 1 - share : share;
    },
    gradFn: 'LogSigmoidBackward0',
    floatsOnly: 'log_sigmoid_cpu',
  },
  {
    name: 'softplus',
    module: 'Softplus',
    options: { beta: 1, threshold: 20 },
    isNative: true,
    effect: 'softplus',
    f: (x, round, beta, threshold) =>
      round(x * beta) > threshold ? x : softplus(round(x * beta), round) / beta,
    derivative: (x, _, round, beta, threshold) => {
      const z = round(Math.exp(round(x * beta)));
      return round(x * beta) > threshold ? 1 : z / round(z + 1);
    },
    gradFn: 'SoftplusBackward0',
    floatsOnly: 'softplus_cpu',
  },
  {
    name: 'hardtanh',
    module: 'Hardtanh',
    options: { min_val: -1, max_val: 1 },
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, _, low, high) => cut(x, low, high),
    derivative: (x, _, __, low, high) => (x <= low || x >= high ? 0 : 1),
    gradFn: 'HardtanhBackward0',
    cutsGradient: true,
    floatsOnly: 'hardtanh_cpu',
  },
  {
    name: 'relu6',
    module: 'ReLU6',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x) => cut(x, 0, 6),
    derivative: (x) => (x <= 0 || x >= 6 ? 0 : 1),
    gradFn: 'HardtanhBackward0',
    cutsGradient: true,
    floatsOnly: 'hardtanh_cpu',
  },
  {
    name: 'mish',
    module: 'Mish',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, round) => x * round(Math.tanh(softplus(x, round))),
    derivative: (x, _, round) => {
      const t = round(Math.tanh(softplus(x, round)));
      return t + round(x * sigmoid(x, round)) * round(1 - t * t);
    },
    gradFn: 'MishBackward0',
    floatsOnly: 'mish_cpu',
  },
  {
    name: 'hardswish',
    module: 'Hardswish',
    hasInPlace: true,
    effect: 'elementwise',
    f: (x, round) => round(x * cut(round(x + 3), 0, 6)) / 6,
    derivative: (x, _, round) => (x <= -3 ? 0 : x < 3 ? round(x / 3) + 0.5 : 1),
    gradFn: 'HardswishBackward0',
    cutsGradient: true,
    floatsOnly: 'hardswish_cpu',
  },
  {
    name: 'hardsigmoid',
    module: 'Hardsigmoid',
    hasInPlace: true,
    effect: 'unlike',
    f: (x, round) => cut(round(x + 3), 0, 6) / 6,
    // PyTorch's constant is of float32, in float64 too.
    derivative: (x) => (x > -3 && x < 3 ? Math.fround(1 / 6) : 0),
    gradFn: 'HardsigmoidBackward0',
    cutsGradient: true,
    floatsOnly: 'hardsigmoid_cpu',
  },
  {
    name: 'hardshrink',
    homes: 'torch method',
    module: 'Hardshrink',
    options: { lambd: 0.5 },
    isNative: true,
    printsBare: true,
    effect: 'unlike',
    f: (x, _, lambd) => (x >= -lambd && x <= lambd ? 0 : x),
    derivative: (x, _, __, lambd) => (x >= -lambd && x <= lambd ? 0 : 1),
    gradFn: 'HardshrinkBackward0',
    cutsGradient: true,
    floatsOnly: 'hardshrink_cpu',
  },
  {
    name: 'softshrink',
    module: 'Softshrink',
    options: { lambd: 0.5 },
    refuses: (lambd) => (lambd >= 0 ? null : refused('softshrink')),
    isNative: true,
    printsBare: true,
    effect: 'unlike',
    f: (x, _, lambd) => (x > lambd ? x - lambd : x < -lambd ? x + lambd : x * 0),
    derivative: (x, _, __, lambd) => (x >= -lambd && x <= lambd ? 0 : 1),
    gradFn: 'SoftshrinkBackward0',
    cutsGradient: true,
    floatsOnly: 'softshrink_check',
  },
  {
    name: 'threshold',
    homes: 'torch',
    module: 'Threshold',
    options: { threshold: null, value: null },
    hasInPlace: true,
    isNative: true,
    effect: 'elementwise',
    f: (x, _, threshold, value) => (x <= threshold ? value : x),
    derivative: (x, _, __, threshold) => (x <= threshold ? 0 : 1),
    gradFn: 'ThresholdBackward0',
    cutsGradient: true,
    keepsInts: true,
    refusesBools: noBoolKernel('threshold_cpu'),
  },
];
