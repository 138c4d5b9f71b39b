import { castTensor } from '../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { runtimeError, typeError } from '../../values/pythonError';
import { type Operation, operation } from '../operation';
import { notImplemented } from '../tensor/notImplemented';
import { floatTypeOf } from '../tensor/promote';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

interface Unary {
  readonly f: (x: number) => number;
  /** Derivative by x, from x and f(x). */
  readonly derivative: (x: number, y: number) => number;
  readonly gradFn: string;
  /** True when whole numbers stay whole. */
  readonly keepsInts?: boolean;
  /** PyTorch has no kernel for whole numbers: the name in its message. */
  readonly floatsOnly?: string;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const zero = () => 0;

/** Half to even, as PyTorch and NumPy round. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x) || x * 0;
  return floor % 2 === 0 ? floor : floor + 1;
}

const functions: Readonly<Record<string, Unary>> = {
  log: { f: Math.log, derivative: (x) => 1 / x, gradFn: 'LogBackward0' },
  log2: { f: Math.log2, derivative: (x) => 1 / (x * Math.LN2), gradFn: 'Log2Backward0' },
  log10: { f: Math.log10, derivative: (x) => 1 / (x * Math.LN10), gradFn: 'Log10Backward0' },
  log1p: { f: Math.log1p, derivative: (x) => 1 / (1 + x), gradFn: 'Log1PBackward0' },
  exp: { f: Math.exp, derivative: (_, y) => y, gradFn: 'ExpBackward0' },
  expm1: { f: Math.expm1, derivative: (_, y) => y + 1, gradFn: 'Expm1Backward0' },
  sqrt: { f: Math.sqrt, derivative: (_, y) => 1 / (2 * y), gradFn: 'SqrtBackward0' },
  rsqrt: { f: (x) => 1 / Math.sqrt(x), derivative: (_, y) => -0.5 * y ** 3, gradFn: 'RsqrtBackward0' },
  sigmoid: { f: sigmoid, derivative: (_, y) => y * (1 - y), gradFn: 'SigmoidBackward0' },
  tanh: { f: Math.tanh, derivative: (_, y) => 1 - y * y, gradFn: 'TanhBackward0' },
  sin: { f: Math.sin, derivative: (x) => Math.cos(x), gradFn: 'SinBackward0' },
  cos: { f: Math.cos, derivative: (x) => -Math.sin(x), gradFn: 'CosBackward0' },
  reciprocal: { f: (x) => 1 / x, derivative: (_, y) => -y * y, gradFn: 'ReciprocalBackward0' },
  abs: { f: Math.abs, derivative: (x) => Math.sign(x), gradFn: 'AbsBackward0', keepsInts: true },
  relu: {
    f: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
    derivative: (_, y) => (y > 0 ? 1 : 0),
    gradFn: 'ReluBackward0',
    keepsInts: true,
  },
  sign: {
    f: (x) => (Number.isNaN(x) ? 0 : Math.sign(x)),
    derivative: zero,
    gradFn: 'SignBackward0',
    keepsInts: true,
  },
  floor: { f: Math.floor, derivative: zero, gradFn: 'FloorBackward0', keepsInts: true },
  ceil: { f: Math.ceil, derivative: zero, gradFn: 'CeilBackward0', keepsInts: true },
  trunc: { f: Math.trunc, derivative: zero, gradFn: 'TruncBackward0', keepsInts: true },
  square: { f: (x) => x * x, derivative: (x) => 2 * x, gradFn: 'PowBackward0', keepsInts: true },
  silu: {
    f: (x) => x * sigmoid(x),
    derivative: (x) => sigmoid(x) * (1 + x * (1 - sigmoid(x))),
    gradFn: 'SiluBackward0',
    floatsOnly: 'silu_cpu',
  },
  leaky_relu: {
    f: (x) => (x > 0 ? x : x * Math.fround(0.01)),
    derivative: (x) => (x > 0 ? 1 : Math.fround(0.01)),
    gradFn: 'LeakyReluBackward0',
    floatsOnly: 'leaky_relu_cpu',
  },
  elu: {
    f: (x) => (x > 0 ? x : Math.expm1(x)),
    derivative: (x) => (x > 0 ? 1 : Math.exp(x)),
    gradFn: 'EluBackward0',
    floatsOnly: 'elu_cpu',
  },
  logsigmoid: {
    f: (x) => -softplus(-x),
    derivative: (x) => sigmoid(-x),
    gradFn: 'LogSigmoidBackward0',
    floatsOnly: 'log_sigmoid_cpu',
  },
  softplus: {
    f: (x) => (x > 20 ? x : softplus(x)),
    derivative: (x) => (x > 20 ? 1 : sigmoid(x)),
    gradFn: 'SoftplusBackward0',
    floatsOnly: 'softplus_cpu',
  },
};

/** Kernels that PyTorch does not have for bools. */
const boolKernels: Readonly<Record<string, string>> = {
  abs: 'abs_cpu',
  floor: 'floor_vml_cpu',
  ceil: 'ceil_vml_cpu',
  trunc: 'trunc_vml_cpu',
};

const homes: Readonly<Record<string, string>> = {
  relu: 'torch F method',
  sigmoid: 'torch F method',
  tanh: 'torch F method',
  logsigmoid: 'F',
  softplus: 'F',
  abs: 'torch method numpy',
  rsqrt: 'torch method',
  silu: 'F',
  leaky_relu: 'F',
  elu: 'F',
};

/** The tensor after the function, with its place in the graph. */
export function applyUnary(context: TorchContext, input: TorchTensor, name: string): TorchTensor {
  const { f, derivative, gradFn, keepsInts = false, floatsOnly } = functions[name];
  if (floatsOnly && !isFloatingPoint(input.dtype)) {
    throw notImplemented(floatsOnly, input.dtype);
  }
  if (input.dtype === 'bool' && keepsInts && input.library === 'torch') {
    const kernel = boolKernels[name];
    if (kernel) throw notImplemented(kernel, 'bool');
  }
  if (name === 'relu' && input.dtype === 'bool') throw runtimeError('Boolean inputs not supported for relu');
  const isSquareOfBools = name === 'square' && input.dtype === 'bool';
  const kept: DType = isSquareOfBools ? 'int64' : input.dtype;
  const dtype = keepsInts ? kept : floatTypeOf(input);
  const x = castTensor(input.dense(), dtype);
  const y = castTensor({ ...mapTensor(x, f), dtype }, dtype);
  return context.record(y, gradFn, [input], (grad) => [
    mapTensor(grad, (g, i) => {
      const slope = derivative(x.data[i], y.data[i]);
      return slope === 0 && keepsInts ? 0 : g * slope;
    }),
  ]);
}

function negated(context: TorchContext, input: TorchTensor): TorchTensor {
  if (input.dtype === 'bool') {
    if (input.library === 'numpy') {
      throw typeError(
        'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
      );
    }
    throw runtimeError(
      'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
  }
  const negate = (x: number) => (isFloatingPoint(input.dtype) ? -x : 0 - x);
  return context.record(
    mapTensor(input.dense(), negate),
    'NegBackward0',
    [input],
    (grad) => [mapTensor(grad, (g) => -g)],
    false,
  );
}

/** Functions of each element by itself. */
export const unaryOperations: readonly Operation[] = [
  ...Object.keys(functions).map((name) =>
    operation(name, homes[name] ?? 'torch method numpy', 'input', (context, args) =>
      applyUnary(context, args.tensor('input'), name),
    ),
  ),
  operation('neg', 'torch method', 'input', (context, args) => negated(context, args.tensor('input'))),
  operation('negative', 'torch method numpy', 'input', (context, args) =>
    negated(context, args.tensor('input')),
  ),
  operation('absolute', 'torch method numpy', 'input', (context, args) =>
    applyUnary(context, args.tensor('input'), 'abs'),
  ),
  ...(['isnan', 'isinf', 'isfinite'] as const).map((name) =>
    operation(name, 'torch method numpy', 'input', (context, args) => {
      const test = {
        isnan: Number.isNaN,
        isinf: (x: number) => Math.abs(x) === Infinity,
        isfinite: Number.isFinite,
      }[name];
      const input = args.tensor('input');
      return context.make({ ...mapTensor(input.dense(), (x) => (test(x) ? 1 : 0)), dtype: 'bool' }, input);
    }),
  ),
  operation('logical_not', 'torch method numpy', 'input', (context, args) => {
    const input = args.tensor('input');
    return context.make({ ...mapTensor(input.dense(), (x) => (x === 0 ? 1 : 0)), dtype: 'bool' }, input);
  }),
  ...(['input, *, decimals=', 'input, decimals='] as const).map((parameters, i) =>
    operation('round', i === 0 ? 'torch method' : 'numpy array', parameters, (context, args) => {
      const input = args.tensor('input');
      if (input.dtype === 'bool' && i === 0) throw notImplemented('round_vml_cpu', 'bool');
      const scale = 10 ** args.intOr('decimals', 0);
      const data = mapTensor(input.dense(), (x) => roundHalfEven(x * scale) / scale);
      return context.record(data, 'RoundBackward0', [input], (grad) => [mapTensor(grad, zero)], false);
    }),
  ),
];
