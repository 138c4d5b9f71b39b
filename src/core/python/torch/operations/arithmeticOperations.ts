import * as l10n from '../../../l10n';
import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { isSameShape } from '../../../tensor/shape';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { isNumber } from '../../values/values';
import { arithmetic, compare, extreme, type operators, toBools } from '../kernels/binary';
import { type Operation, operation, type Run } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { named } from '../tensor/named';
import { type Operand, resultType } from '../tensor/promote';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { operandOf } from './operandOf';

type Operator = (typeof operators)[number];

const everywhere = 'torch method numpy';

/** Names of the operators, with where they are found. */
const arithmeticNames: readonly (readonly [name: string, homes: string, operator: Operator])[] = [
  ['add', everywhere, '+'],
  ['sub', 'torch method', '-'],
  ['subtract', everywhere, '-'],
  ['mul', 'torch method', '*'],
  ['multiply', everywhere, '*'],
  ['div', 'torch method', '/'],
  ['divide', everywhere, '/'],
  ['true_divide', everywhere, '/'],
  ['floor_divide', everywhere, '//'],
  ['remainder', everywhere, '%'],
  ['pow', everywhere, '**'],
  ['power', 'numpy', '**'],
];

const comparisonNames: readonly (readonly [name: string, homes: string, operator: string])[] = [
  ['eq', 'torch method', '=='],
  ['ne', 'torch method', '!='],
  ['lt', 'torch method', '<'],
  ['le', 'torch method', '<='],
  ['gt', 'torch method', '>'],
  ['ge', 'torch method', '>='],
  ['less', everywhere, '<'],
  ['less_equal', everywhere, '<='],
  ['greater', everywhere, '>'],
  ['greater_equal', everywhere, '>='],
  ['not_equal', everywhere, '!='],
  ['equal', 'numpy', '=='],
];

/** `torch.add(input, other, alpha=2)`, `torch.div(input, other, rounding_mode='floor')`. */
function arithmeticOf(name: string, operator: Operator): Run {
  return (context, args) => {
    const [input, other] = [args.get('input'), args.get('other')].map((one) => operandOf(one, name));
    const alpha = args.get('alpha');
    const rounding = args.get('rounding_mode') ?? null;
    const isScaled = alpha !== undefined && (operator === '+' || operator === '-');
    if (
      (alpha !== undefined && !isScaled) ||
      (rounding !== null && (operator !== '/' || rounding !== 'floor'))
    )
      throw refused(name);
    if (isScaled) return arithmetic(context, operator, input, timesAlpha(context, args, input, other));
    return arithmetic(context, rounding === 'floor' ? '//' : operator, input, other);
  };
}

/** `clamp(min, max)`: the gradient passes where nothing was cut. */
function clamp(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  if (!args.has('min') && !args.has('max')) {
    throw runtimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
  }
  if (args.get('min') instanceof TorchTensor || args.get('max') instanceof TorchTensor) {
    throw new NotEvaluated(l10n.t('clamp with tensors as bounds'));
  }
  const bounds = [args.get('min'), args.get('max')].filter(
    (one) => one !== undefined && one !== null,
  ) as Operand[];
  const dtype = resultType([input, ...bounds]);
  const low = Math.fround(args.numberOr('min', Number.NEGATIVE_INFINITY));
  const high = Math.fround(args.numberOr('max', Number.POSITIVE_INFINITY));
  const exact = dtype === 'float64';
  const min = exact ? args.numberOr('min', Number.NEGATIVE_INFINITY) : low;
  const max = exact ? args.numberOr('max', Number.POSITIVE_INFINITY) : high;
  const x = castTensor(input.dense(), dtype);
  const result = mapTensor(x, (value) => (Number.isNaN(value) ? value : Math.min(max, Math.max(min, value))));
  return context.record(result, 'ClampBackward1', [input], (grad) => [
    mapTensor(grad, (g, i) => (x.data[i] >= min && x.data[i] <= max ? g : 0)),
  ]);
}

/** `alpha * other` of `add` and `sub`; whole numbers take no fractions. */
function timesAlpha(context: TorchContext, args: Bound, input: Operand, other: Operand): Operand {
  const alpha = operandOf(args.get('alpha'), 'add');
  const isWhole = !isFloatingPoint(resultType([input, other]));
  if (alpha instanceof TorchTensor || (isWhole && typeof alpha !== 'bigint')) throw refused('add');
  if (other instanceof TorchTensor) return arithmetic(context, '*', other, alpha);
  const product = Number(other) * Number(alpha);
  return typeof other === 'bigint' && typeof alpha === 'bigint' ? BigInt(product) : product;
}

/** `input + value * a * b`, `input + value * a / b`. */
function addTo(context: TorchContext, args: Bound, operator: '*' | '/', gradFn: string): TorchTensor {
  const [input, a, b] = ['input', 'tensor1', 'tensor2'].map((name) => args.tensor(name));
  const value = args.has('value') ? operandOf(args.get('value'), 'addcmul') : 1n;
  const combined = arithmetic(context, operator, arithmetic(context, '*', a, value), b);
  const sum = arithmetic(context, '+', input, combined);
  return named(sum, gradFn);
}

function lerp(context: TorchContext, args: Bound): TorchTensor {
  const [input, end] = [args.tensor('input'), args.tensor('end')];
  const way = arithmetic(
    context,
    '*',
    arithmetic(context, '-', end, input),
    operandOf(args.get('weight'), 'lerp'),
  );
  const sum = arithmetic(context, '+', input, way);
  return named(sum, 'LerpBackward0');
}

/** NumPy takes a number too. */
function otherOf(args: Bound): TorchTensor {
  const other = args.get('other') ?? null;
  const { library, dtype } = args.tensor('input');
  const isPlain =
    library === 'numpy' && isNumber(other) && (isFloatingPoint(dtype) || typeof other === 'bigint');
  return isPlain ? full([], Number(other), dtype, 'numpy') : args.tensor('other');
}

/** Arithmetic, comparisons and bounds. */
export const arithmeticOperations: readonly Operation[] = [
  ...arithmeticNames.map(([name, homes, operator]) =>
    operation(
      name,
      homes,
      'input, other, *, alpha=, rounding_mode=',
      { does: 'arithmetic', operator },
      arithmeticOf(name, operator),
    ),
  ),
  operation('addcmul', 'torch method', 'input, tensor1, tensor2, *, value=', 'unlike', (context, args) =>
    addTo(context, args, '*', 'AddcmulBackward0'),
  ),
  operation('addcdiv', 'torch method', 'input, tensor1, tensor2, *, value=', 'unlike', (context, args) =>
    addTo(context, args, '/', 'AddcdivBackward0'),
  ),
  operation('lerp', 'torch method', 'input, end, weight', 'unlike', lerp),
  ...comparisonNames.map(([name, homes, operator]) =>
    operation(name, homes, 'input, other', 'compares', (context, args) =>
      compare(context, operator, args.tensor('input'), operandOf(args.get('other'), name)),
    ),
  ),
  ...(['maximum', 'minimum'] as const).map((name) =>
    operation(name, 'torch method numpy', 'input, other', 'picks', (context, args) =>
      extreme(context, name, args.tensor('input'), otherOf(args)),
    ),
  ),
  ...(['clamp', 'clip'] as const).map((name) =>
    operation(
      name,
      name === 'clip' ? 'torch method numpy array' : 'torch method',
      'input, min=, max=',
      'clamps',
      clamp,
    ),
  ),
  operation('clamp_min', 'torch method', 'input, min', 'clamps', clamp),
  operation('clamp_max', 'torch method', 'input, max', 'clamps', clamp),
  operation('isclose', 'torch method numpy', 'input, other, rtol=, atol=', 'unlike', (context, args) => {
    const [rtol, atol] = [args.numberOr('rtol', 1e-5), args.numberOr('atol', 1e-8)];
    return toBools(context, args.tensor('input'), args.tensor('other'), isClose(rtol, atol));
  }),
  operation('allclose', 'torch method numpy', 'input, other, rtol=, atol=', 'python', (context, args) => {
    const [rtol, atol] = [args.numberOr('rtol', 1e-5), args.numberOr('atol', 1e-8)];
    const [input, other] = [args.tensor('input'), args.tensor('other')];
    if (input.library === 'torch' && input.dtype !== other.dtype)
      throw runtimeError(`${scalarTypeName(input.dtype)} did not match ${scalarTypeName(other.dtype)}`);
    const close = toBools(context, input, other, isClose(rtol, atol));
    return close.dense().data.every((value) => value === 1);
  }),
  operation('equal', 'torch method', 'input, other', 'python', (_, args) => {
    const [a, b] = [args.tensor('input').dense(), args.tensor('other').dense()];
    return isSameShape(a.shape, b.shape) && a.data.every((value, i) => value === b.data[i]);
  }),
];

function isClose(rtol: number, atol: number): (x: number, y: number) => boolean {
  return (x, y) => x === y || Math.abs(x - y) <= atol + rtol * Math.abs(y);
}
