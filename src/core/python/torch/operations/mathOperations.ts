import { isFloatingPoint } from '../../../tensor/dtype';
import { runtimeError, typeError } from '../../values/pythonError';
import type { Effect } from '../effect';
import { erf } from '../kernels/elementwise/erf';
import { applyUnary, noBoolKernel, type Unary } from '../kernels/elementwise/unary';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import { notImplemented } from '../tensor/notImplemented';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

interface MathFunction extends Unary {
  readonly name: string;
  readonly effect: Effect;
  /** Everywhere when it is not said. */
  readonly homes?: string;
}

const everywhere = 'torch method numpy';
const zero = () => 0;

/** Half to even, as PyTorch and NumPy round; what becomes 0 keeps its sign. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x) || x * 0;
  return (floor % 2 === 0 ? floor : floor + 1) || x * 0;
}

const absolute: Unary = {
  f: (x) => Math.abs(x),
  derivative: (x) => Math.sign(x) || 0,
  gradFn: 'AbsBackward0',
  keepsInts: true,
  refusesBools: noBoolKernel('abs_cpu'),
};

/** `abs(tensor)` */
export function absoluteOf(context: TorchContext, input: TorchTensor): TorchTensor {
  return applyUnary(context, input, absolute);
}

export const mathFunctions: readonly MathFunction[] = [
  { name: 'log', effect: 'log', f: (x) => Math.log(x), derivative: (x) => 1 / x, gradFn: 'LogBackward0' },
  {
    name: 'log2',
    effect: 'unlike',
    f: (x) => Math.log2(x),
    derivative: (x) => 1 / (x * Math.LN2),
    gradFn: 'Log2Backward0',
  },
  {
    name: 'log10',
    effect: 'unlike',
    f: (x) => Math.log10(x),
    derivative: (x) => 1 / (x * Math.LN10),
    gradFn: 'Log10Backward0',
  },
  {
    name: 'log1p',
    effect: 'unlike',
    f: (x) => Math.log1p(x),
    derivative: (x) => 1 / (1 + x),
    gradFn: 'Log1PBackward0',
  },
  { name: 'exp', effect: 'exp', f: (x) => Math.exp(x), derivative: (_, y) => y, gradFn: 'ExpBackward0' },
  {
    name: 'expm1',
    effect: 'unlike',
    f: (x) => Math.expm1(x),
    derivative: (_, y) => y + 1,
    gradFn: 'Expm1Backward0',
  },
  {
    name: 'sqrt',
    effect: 'elementwise',
    f: (x) => Math.sqrt(x),
    derivative: (_, y) => 1 / (2 * y),
    gradFn: 'SqrtBackward0',
  },
  {
    name: 'rsqrt',
    homes: 'torch method',
    effect: 'unlike',
    f: (x, round) => 1 / round(Math.sqrt(x)),
    derivative: (_, y, round) => -0.5 * round(round(y * y) * y),
    gradFn: 'RsqrtBackward0',
  },
  {
    name: 'sin',
    effect: 'elementwise',
    f: (x) => Math.sin(x),
    derivative: (x) => Math.cos(x),
    gradFn: 'SinBackward0',
  },
  {
    name: 'cos',
    effect: 'elementwise',
    f: (x) => Math.cos(x),
    derivative: (x) => -Math.sin(x),
    gradFn: 'CosBackward0',
  },
  {
    name: 'erf',
    homes: 'torch method special',
    effect: 'elementwise',
    f: (x) => erf(x),
    derivative: (x, _, round) => round(2 / Math.sqrt(Math.PI)) * round(Math.exp(round(-x * x))),
    gradFn: 'ErfBackward0',
  },
  {
    name: 'frac',
    homes: 'torch method',
    effect: 'elementwise',
    f: (x) => x - Math.trunc(x),
    derivative: () => 1,
    gradFn: 'FracBackward0',
    keepsInts: true,
    floatsOnly: 'frac_cpu',
  },
  {
    name: 'reciprocal',
    effect: 'unlike',
    f: (x) => 1 / x,
    derivative: (_, y, round) => -round(y * y),
    gradFn: 'ReciprocalBackward0',
  },
  { name: 'abs', effect: 'elementwise', ...absolute },
  { name: 'absolute', effect: 'elementwise', ...absolute },
  {
    name: 'sign',
    effect: 'elementwise',
    f: (x) => (Number.isNaN(x) ? 0 : Math.sign(x)),
    derivative: zero,
    gradFn: 'SignBackward0',
    cutsGradient: true,
    keepsInts: true,
  },
  {
    name: 'floor',
    effect: 'elementwise',
    f: (x) => Math.floor(x),
    derivative: zero,
    gradFn: 'FloorBackward0',
    cutsGradient: true,
    keepsInts: true,
    refusesBools: noBoolKernel('floor_vml_cpu'),
  },
  {
    name: 'ceil',
    effect: 'elementwise',
    f: (x) => Math.ceil(x),
    derivative: zero,
    gradFn: 'CeilBackward0',
    cutsGradient: true,
    keepsInts: true,
    refusesBools: noBoolKernel('ceil_vml_cpu'),
  },
  {
    name: 'trunc',
    effect: 'elementwise',
    f: (x) => Math.trunc(x),
    derivative: zero,
    gradFn: 'TruncBackward0',
    cutsGradient: true,
    keepsInts: true,
    refusesBools: noBoolKernel('trunc_vml_cpu'),
  },
  {
    name: 'square',
    effect: 'elementwise',
    f: (x) => x * x,
    derivative: (x) => 2 * x,
    gradFn: 'PowBackward0',
    keepsInts: true,
    dtypeOfBools: 'int64',
  },
];

const entropyTerm: Unary = {
  f: (x) => {
    if (x > 0) return -x * Math.log(x);
    return x < 0 ? Number.NEGATIVE_INFINITY : Math.abs(x);
  },
  derivative: (x) => -Math.log(x) - 1,
  gradFn: 'SpecialEntrBackward0',
};

const logit: Unary = {
  f: (x, round) => Math.log(round(x / round(1 - x))),
  derivative: (x, _, round) => 1 / round(x * round(1 - x)),
  gradFn: 'LogitBackward0',
};

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

/** What each element is, as bools. */
const tests: Readonly<Record<string, (x: number) => boolean>> = {
  isnan: Number.isNaN,
  isinf: (x) => Math.abs(x) === Number.POSITIVE_INFINITY,
  isfinite: Number.isFinite,
  logical_not: (x) => x === 0,
};

/** Functions of mathematics of each element by itself. */
export const mathOperations: readonly Operation[] = [
  ...mathFunctions.map(({ name, effect, homes = everywhere, ...unary }) =>
    operation(
      name,
      homes,
      'input',
      effect,
      (context, args) => applyUnary(context, args.tensor('input'), unary),
      // `torch.special` says `special_erf()`.
      homes.includes('special') ? 'native' : 'single',
    ),
  ),
  operation('neg', 'torch method', 'input', 'negates', (context, args) =>
    negated(context, args.tensor('input')),
  ),
  operation('negative', everywhere, 'input', 'negates', (context, args) =>
    negated(context, args.tensor('input')),
  ),
  ...Object.entries(tests).map(([name, test]) =>
    operation(
      name,
      everywhere,
      'input',
      'unlike',
      (context, args) => {
        const input = args.tensor('input');
        const data = mapTensor(input.dense(), (x) => (test(x) ? 1 : 0));
        return context.make({ ...data, dtype: 'bool' }, input);
      },
      'single',
    ),
  ),
  operation('entr', 'special', 'input', 'unlike', (context, args) =>
    applyUnary(context, args.tensor('input'), entropyTerm),
  ),
  ...(['torch method', 'special'] as const).map((homes) =>
    operation('logit', homes, 'input, eps=', 'unlike', (context, args) => {
      if (args.has('eps')) throw refused('logit');
      return applyUnary(context, args.tensor('input'), logit);
    }),
  ),
  ...(['input, *, decimals=', 'input, decimals='] as const).map((parameters, i) =>
    operation(
      'round',
      i === 0 ? 'torch method' : 'numpy array',
      parameters,
      'elementwise',
      (context, args) => {
        const input = args.tensor('input');
        if (input.dtype === 'bool' && i === 0) throw notImplemented('round_vml_cpu', 'bool');
        const scale = 10 ** args.intOr('decimals', 0);
        const data = mapTensor(input.dense(), (x) => roundHalfEven(x * scale) / scale);
        return context.record(data, 'RoundBackward0', [input], (grad) => [mapTensor(grad, zero)], false);
      },
    ),
  ),
];
