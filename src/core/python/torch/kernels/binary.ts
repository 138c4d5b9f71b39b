import { broadcastShapes } from '../../../tensor/broadcast';
import { castTensor } from '../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import type { Tensor } from '../../../tensor/tensor';
import { runtimeError, typeError, valueError } from '../../values/pythonError';
import { notImplemented } from '../tensor/notImplemented';
import { dtypeOfNumber, type Operand, promoteTypes, resultType } from '../tensor/promote';
import { expandTo, mapTensor, sumTo } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

type Operator = (typeof operators)[number];
export const operators = ['+', '-', '*', '/', '//', '%', '**'] as const;

interface Arithmetic {
  readonly f: (a: number, b: number) => number;
  /** Derivatives by a and by b, from a, b and the result. */
  readonly by: readonly [
    (a: number, b: number, y: number) => number,
    (a: number, b: number, y: number) => number,
  ];
  readonly gradFn: string;
  readonly saves: boolean;
}

const floorMod = (a: number, b: number) => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
};

const table: Readonly<Record<Operator, Arithmetic>> = {
  '+': { f: (a, b) => a + b, by: [() => 1, () => 1], gradFn: 'AddBackward0', saves: false },
  '-': { f: (a, b) => a - b, by: [() => 1, () => -1], gradFn: 'SubBackward0', saves: false },
  '*': { f: (a, b) => a * b, by: [(_, b) => b, (a) => a], gradFn: 'MulBackward0', saves: true },
  '/': {
    f: (a, b) => a / b,
    by: [(_, b) => 1 / b, (_, b, y) => -y / b],
    gradFn: 'DivBackward0',
    saves: true,
  },
  '//': { f: (a, b) => Math.floor(a / b), by: [() => 0, () => 0], gradFn: 'NotImplemented', saves: false },
  '%': {
    f: floorMod,
    by: [() => 1, (a, b) => -Math.floor(a / b)],
    gradFn: 'RemainderBackward0',
    saves: true,
  },
  '**': {
    // As in C, and unlike JavaScript, 1 to any power is 1.
    f: (a, b) => (a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) ? 1 : a ** b),
    by: [(a, b) => (b === 0 ? 0 : b * a ** (b - 1)), (a, b, y) => (a === 0 && b >= 0 ? 0 : y * Math.log(a))],
    gradFn: 'PowBackward0',
    saves: true,
  },
};

/** `a operator b` with broadcasting and promotion; at least one of them is a tensor. */
export function arithmetic(context: TorchContext, operator: Operator, a: Operand, b: Operand): TorchTensor {
  const dtype = resultOf(operator, a, b);
  checkOperands(operator, a, b, dtype);
  if (operator === '/' && typeof a === 'number' && b instanceof TorchTensor && b.library === 'torch')
    return divided(context, a, b, dtype);
  const { f, by, saves } = table[operator];
  const computed = pairOf(a, b, dtype);
  const { left, right, shape, numpy } = computed;
  const data = new Float64Array(left.data.length);
  for (let i = 0; i < data.length; i++) data[i] = f(left.data[i], right.data[i]);
  const result: Tensor = { data, shape, dtype };
  if (numpy) return context.make(result, numpy);
  const rounded = castTensor(result, dtype).data;
  const inputs = [a, b].filter((one) => one instanceof TorchTensor);
  return context.record(
    result,
    gradFnOf(operator, a, b),
    inputs,
    (grad) =>
      ([a, b] as const).flatMap((operand, side) => {
        if (!(operand instanceof TorchTensor)) return [];
        const slope = mapTensor(grad, (g, i) => g * by[side](left.data[i], right.data[i], rounded[i]));
        return [sumTo(slope, operand.shape)];
      }),
    saves,
  );
}

/** A number divided by a tensor is its reciprocal times the number, also in the rounding. */
function divided(context: TorchContext, a: number, b: TorchTensor, dtype: DType): TorchTensor {
  const x = castTensor(b.dense(), dtype);
  const inverse = castTensor(
    mapTensor(x, (v) => 1 / v),
    dtype,
  );
  const scale = scalarIn(a, dtype);
  return context.record(
    mapTensor(inverse, (v) => v * scale),
    'MulBackward0',
    [b],
    (grad) => [mapTensor(grad, (g, i) => -g * scale * inverse.data[i] * inverse.data[i])],
  );
}

function gradFnOf(operator: Operator, a: Operand, b: Operand): string {
  if (operator === '**') {
    if (!(b instanceof TorchTensor)) return 'PowBackward0';
    return a instanceof TorchTensor ? 'PowBackward1' : 'PowBackward2';
  }
  if (operator === '-' && !(a instanceof TorchTensor)) return 'RsubBackward1';
  if (operator === '/' && !(a instanceof TorchTensor)) return 'MulBackward0';
  if (operator === '%' && b instanceof TorchTensor) return 'RemainderBackward1';
  return table[operator].gradFn;
}

function resultOf(operator: Operator, a: Operand, b: Operand): DType {
  const dtype = resultType([a, b]);
  const isNumpy = isNumpyPair(a, b);
  if (operator === '/' && !isFloatingPoint(dtype)) return isNumpy ? 'float64' : 'float32';
  return dtype;
}

function isNumpyPair(a: Operand, b: Operand): boolean {
  return [a, b].some((one) => one instanceof TorchTensor && one.library === 'numpy');
}

function checkOperands(operator: Operator, a: Operand, b: Operand, dtype: DType): void {
  const isBool = (one: Operand) => dtypeOfNumber(one) === 'bool';
  if (operator === '-' && isNumpyPair(a, b) && isBool(a) && isBool(b)) {
    throw typeError(
      'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
    );
  }
  if (isNumpyPair(a, b)) return;
  if (operator === '-' && isBool(a) && isBool(b)) {
    throw runtimeError(
      'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.',
    );
  }
  if (operator === '-' && (isBool(a) || isBool(b))) {
    throw runtimeError(
      'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
    );
  }
  const isWhole = !isFloatingPoint(dtype);
  if ((operator === '//' || operator === '%') && isWhole) {
    const divisor = b instanceof TorchTensor ? b.dense().data : [Number(b)];
    if (divisor.some((value) => value === 0)) throw runtimeError('ZeroDivisionError');
  }
  if ((operator === '//' || operator === '%') && dtype === 'bool') {
    throw notImplemented(operator === '%' ? 'remainder_cpu' : 'div_floor_cpu', 'bool');
  }
  if (operator === '**' && isWhole) {
    if (!(b instanceof TorchTensor) && Number(b) < 0)
      throw runtimeError('Integers to negative integer powers are not allowed.');
    if (dtype === 'bool') throw notImplemented('pow', 'bool');
  }
}

/** A number of Python in the arithmetic of a dtype; 16-bit floats compute in float32. */
function scalarIn(value: boolean | bigint | number, dtype: DType): number {
  if (dtype === 'float64' || !isFloatingPoint(dtype)) return Number(value);
  return Math.fround(Number(value));
}

/** Both operands in the dtype of the result and in its shape. */
function pairOf(a: Operand, b: Operand, dtype: DType) {
  // 16-bit floats take a 0-d operand in float32, as they take numbers.
  const hasDims = [a, b].some((one) => one instanceof TorchTensor && one.dimCount > 0);
  const isRounded = hasDims && (dtype === 'float16' || dtype === 'bfloat16');
  const [left, right] = [a, b].map((one): Tensor => {
    const isScalar = one instanceof TorchTensor && one.dimCount === 0 && isRounded;
    if (isScalar) return { data: Float64Array.of(Math.fround(one.item())), shape: [], dtype };
    if (one instanceof TorchTensor) return castTensor(one.dense(), dtype);
    return { data: Float64Array.of(scalarIn(one, dtype)), shape: [], dtype };
  });
  const numpy = [a, b].find((one) => one instanceof TorchTensor && one.library === 'numpy');
  const shape = shapeOfPair(left.shape, right.shape, numpy !== undefined);
  return {
    left: expandTo(left, shape),
    right: expandTo(right, shape),
    shape,
    numpy: numpy instanceof TorchTensor ? numpy : null,
  };
}

function shapeOfPair(a: readonly number[], b: readonly number[], isNumpy: boolean): readonly number[] {
  const { shape, mismatch } = broadcastShapes(a, b);
  if (mismatch === null) return shape;
  if (isNumpy) {
    const write = (sizes: readonly number[]) => `(${sizes.join(',')}${sizes.length === 1 ? ',' : ''})`;
    throw valueError(`operands could not be broadcast together with shapes ${write(a)} ${write(b)} `);
  }
  throw runtimeError(
    `The size of tensor a (${mismatch.a}) must match the size of tensor b (${mismatch.b}) at non-singleton dimension ${mismatch.dim}`,
  );
}

type Comparison = (a: number, b: number) => boolean;

export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['==', (a, b) => a === b],
  ['!=', (a, b) => a !== b],
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
]);

/** `a < b` of each element, as bools. */
export function compare(context: TorchContext, operator: string, a: Operand, b: Operand): TorchTensor {
  const test = comparisons.get(operator);
  if (!test) throw new RangeError(`no comparison ${operator}`);
  return toBools(context, a, b, (x, y) => test(x, y));
}

const bitwise: Readonly<Record<string, (a: number, b: number) => number>> = {
  '&': (a, b) => Number(BigInt(a) & BigInt(b)),
  '|': (a, b) => Number(BigInt(a) | BigInt(b)),
  '^': (a, b) => Number(BigInt(a) ^ BigInt(b)),
};

/** `a & b`, `a | b`, `a ^ b` of whole numbers and bools. */
export function bitwiseOperation(
  context: TorchContext,
  operator: string,
  a: Operand,
  b: Operand,
): TorchTensor {
  const dtype = resultType([a, b]);
  const name =
    { '&': 'bitwise_and_cpu', '|': 'bitwise_or_cpu', '^': 'bitwise_xor_cpu' }[operator] ?? operator;
  if (isFloatingPoint(dtype)) throw notImplemented(name, dtype);
  const { left, right, shape, numpy } = pairOf(a, b, dtype);
  const f = bitwise[operator];
  const data = left.data.map((x, i) => f(x, right.data[i]));
  return context.make({ data, shape, dtype }, numpy ?? undefined);
}

export function toBools(
  context: TorchContext,
  a: Operand,
  b: Operand,
  test: (x: number, y: number) => boolean,
): TorchTensor {
  const { left, right, shape, numpy } = pairOf(a, b, resultType([a, b]));
  const data = left.data.map((x, i) => (test(x, right.data[i]) ? 1 : 0));
  return context.make({ data, shape, dtype: 'bool' }, numpy ?? undefined);
}

/** The larger or smaller of two tensors; where they are equal each gets half of the gradient. */
export function extreme(
  context: TorchContext,
  name: 'maximum' | 'minimum',
  a: TorchTensor,
  b: TorchTensor,
): TorchTensor {
  const { left, right, shape } = pairOf(a, b, resultType([a, b]));
  const pick = name === 'maximum' ? Math.max : Math.min;
  const data = left.data.map((x, i) => pick(x, right.data[i]));
  const share = (side: 0 | 1, i: number) => {
    if (left.data[i] === right.data[i]) return 0.5;
    return (data[i] === left.data[i]) === (side === 0) ? 1 : 0;
  };
  const gradFn = name === 'maximum' ? 'MaximumBackward0' : 'MinimumBackward0';
  return context.record({ data, shape, dtype: resultType([a, b]) }, gradFn, [a, b], (grad) => [
    sumTo(
      mapTensor(grad, (g, i) => g * share(0, i)),
      a.shape,
    ),
    sumTo(
      mapTensor(grad, (g, i) => g * share(1, i)),
      b.shape,
    ),
  ]);
}

/** `torch.where(condition, a, b)`. */
export function where(context: TorchContext, condition: TorchTensor, a: Operand, b: Operand): TorchTensor {
  const both = [a, b];
  const dtype = both.some((one) => one instanceof TorchTensor)
    ? resultType(both)
    : both.map(dtypeOfNumber).reduce(promoteTypes);
  const { left, right, shape: ofBoth } = pairOf(a, b, dtype);
  const shape = shapeOfPair(condition.shape, ofBoth, condition.library === 'numpy');
  const test = expandTo(condition.dense(), shape).data;
  const x = expandTo(left, shape).data;
  const y = expandTo(right, shape).data;
  const data = x.map((value, i) => (test[i] !== 0 ? value : y[i]));
  const inputs = both.filter((one) => one instanceof TorchTensor);
  if (inputs.length === 0) return context.make({ data, shape, dtype }, condition);
  return context.record({ data, shape, dtype }, 'WhereBackward0', inputs, (grad) =>
    both.flatMap((operand, side) => {
      if (!(operand instanceof TorchTensor)) return [];
      const kept = mapTensor(grad, (g, i) => ((test[i] !== 0) === (side === 0) ? g : 0));
      return [sumTo(kept, operand.shape)];
    }),
  );
}
