import * as l10n from '../../../l10n';
import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import { contiguousStrides, isSameShape } from '../../../tensor/shape';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { isNumber, PyTuple, type Value } from '../../values/values';
import { arithmetic, compare, extreme, type operators, toBools, where } from '../kernels/binary';
import { normalise } from '../kernels/softmaxes';
import { type Operation, operation } from '../operation';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { wrapDim } from '../tensor/dims';
import { forEachLine, scatterBack } from '../tensor/lines';
import { type Operand, resultType } from '../tensor/promote';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** A tensor or a number. */
function operandOf(value: Value | undefined, callee: string): Operand {
  if (value instanceof TorchTensor || isNumber(value ?? null)) return value as Operand;
  throw new NotEvaluated(l10n.t('{0}(…) with these arguments', callee));
}

const arithmeticNames: Readonly<Record<string, (typeof operators)[number]>> = {
  add: '+',
  sub: '-',
  subtract: '-',
  mul: '*',
  multiply: '*',
  div: '/',
  divide: '/',
  true_divide: '/',
  floor_divide: '//',
  remainder: '%',
  pow: '**',
  power: '**',
};

const comparisonNames: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  less: '<',
  less_equal: '<=',
  greater: '>',
  greater_equal: '>=',
  not_equal: '!=',
};

function softmaxOperations(name: 'softmax' | 'log_softmax'): readonly Operation[] {
  const run: Operation['run'] = (context, args) =>
    normalise(context, args.tensor('input'), name, {
      dim: args.intOr('dim', null),
      dtype: args.dtype('dtype'),
    });
  return [
    operation(name, 'torch method', 'input, dim, dtype=', run),
    operation(name, 'F', 'input, dim=, _stacklevel=, dtype=', ofTensor(run, name), 'python'),
  ];
}

/** Functions written in Python ask their input for its method. */
function ofTensor(run: Operation['run'], name: string): Operation['run'] {
  return (context, args) => {
    if (!(args.get('input') instanceof TorchTensor))
      throw new NotEvaluated(l10n.t('F.{0}(…) of what is no tensor', name));
    return run(context, args);
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

function gather(context: TorchContext, input: TorchTensor, dim: number, index: TorchTensor): TorchTensor {
  if (index.dtype !== 'int64' && index.dtype !== 'int32') {
    throw runtimeError('gather(): Expected dtype int32/int64 for index');
  }
  if (index.dimCount !== input.dimCount) {
    throw runtimeError('Index tensor must have the same number of dimensions as input tensor');
  }
  const along = wrapDim(dim, input.dimCount);
  index.shape.forEach((size, at) => {
    if (at !== along && size > input.shape[at]) {
      throw runtimeError(
        `Size does not match at dimension ${at} expected index [${index.shape.join(', ')}] to be no larger than self [${input.shape.join(', ')}] apart from dimension ${along}`,
      );
    }
  });
  const { data } = index.dense();
  const sources = new Int32Array(data.length);
  const coordinates = new Array<number>(index.dimCount).fill(0);
  const { data: values, shape } = input.dense();
  for (let i = 0; i < data.length; i++) {
    if (data[i] < 0 || data[i] >= input.shape[along]) {
      throw runtimeError(
        `index ${data[i]} is out of bounds for dimension ${along} with size ${input.shape[along]}`,
      );
    }
    sources[i] = shape.reduce((at, size, d) => at * size + (d === along ? data[i] : coordinates[d]), 0);
    for (let d = coordinates.length - 1; d >= 0; d--) {
      if (++coordinates[d] < index.shape[d]) break;
      coordinates[d] = 0;
    }
  }
  const result = {
    data: Float64Array.from(sources, (at) => values[at]),
    shape: index.shape,
    dtype: input.dtype,
  };
  return context.record(result, 'GatherBackward0', [input], (grad) => [
    scatterBack(grad, sources, input.shape, values.length),
  ]);
}

function maskedFill(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const mask = args.tensor('mask');
  if (mask.dtype !== 'bool') {
    const names: Readonly<Record<string, string>> = {
      float32: 'float',
      float64: 'double',
      int64: 'long int',
      int32: 'int',
      uint8: 'unsigned char',
    };
    throw runtimeError(
      `masked_fill_ only supports boolean masks, but got mask with dtype ${names[mask.dtype] ?? mask.dtype}`,
    );
  }
  const value = full([], args.number('value'), input.dtype);
  const result = where(context, mask, value, input);
  if (result.node) result.node = { ...result.node, name: 'MaskedFillBackward0' };
  return result;
}

/** Where a condition holds, one tensor of indices for each dimension. */
function nonzero(context: TorchContext, condition: TorchTensor): PyTuple {
  if (condition.dimCount === 0) throw new NotEvaluated(l10n.t('where(condition) of a single value'));
  const { data, shape } = condition.dense();
  const strides = contiguousStrides(shape);
  const places = Int32Array.from(data, (_, i) => i).filter((i) => data[i] !== 0);
  return new PyTuple(
    shape.map((size, dim) => {
      const indices = Float64Array.from(places, (i) => Math.floor(i / strides[dim]) % size);
      return context.make({ data: indices, shape: [indices.length], dtype: 'int64' }, condition);
    }),
  );
}

/** One class index to a row with a single 1. */
function oneHot(context: TorchContext, input: TorchTensor, numClasses: number): TorchTensor {
  if (input.dtype !== 'int64') {
    throw runtimeError('one_hot is only applicable to index tensor of type LongTensor.');
  }
  const { data } = input.dense();
  if (data.some((value) => value < 0)) throw runtimeError('Class values must be non-negative.');
  if (data.length === 0 && numClasses <= 0) {
    throw runtimeError('Can not infer total number of classes from empty tensor.');
  }
  const classes = numClasses === -1 ? Math.max(...data) + 1 : numClasses;
  if (classes < 1) throw new NotEvaluated(l10n.t('one_hot(…) of so few classes'));
  if (data.some((value) => value >= classes)) {
    throw runtimeError('Class values must be smaller than num_classes.');
  }
  context.charge(data.length * classes);
  const out = new Float64Array(data.length * classes);
  data.forEach((value, i) => {
    out[i * classes + value] = 1;
  });
  return context.make({ data: out, shape: [...input.shape, classes], dtype: 'int64' });
}

/** Functions of single elements of one or more tensors, and softmax. */
export const elementOperations: readonly Operation[] = [
  ...softmaxOperations('softmax'),
  ...softmaxOperations('log_softmax'),
  ...Object.entries(arithmeticNames).map(([name, operator]) =>
    operation(name, 'torch method numpy', 'input, other, *, alpha=', (context, args) => {
      if (args.has('alpha')) throw new NotEvaluated(l10n.t('{0}(…) with alpha=', name));
      const [input, other] = [args.get('input'), args.get('other')].map((one) => operandOf(one, name));
      return arithmetic(context, operator, input, other);
    }),
  ),
  ...Object.entries(comparisonNames).map(([name, operator]) =>
    operation(name, 'torch method numpy', 'input, other', (context, args) =>
      compare(context, operator, args.tensor('input'), operandOf(args.get('other'), name)),
    ),
  ),
  ...(['maximum', 'minimum'] as const).map((name) =>
    operation(name, 'torch method numpy', 'input, other', (context, args) =>
      extreme(context, name, args.tensor('input'), args.tensor('other')),
    ),
  ),
  ...(['clamp', 'clip'] as const).map((name) =>
    operation(
      name,
      name === 'clip' ? 'torch method numpy array' : 'torch method',
      'input, min=, max=',
      clamp,
    ),
  ),
  operation('clamp_min', 'torch method', 'input, min', clamp),
  operation('clamp_max', 'torch method', 'input, max', clamp),
  operation('where', 'torch numpy', 'condition, input=, other=', (context, args) => {
    const condition = args.tensor('condition');
    if (!args.has('input')) return nonzero(context, condition);
    if (condition.dtype !== 'bool') {
      const name =
        condition.dtype === 'float32' ? 'Float' : condition.dtype === 'int64' ? 'Long' : condition.dtype;
      throw runtimeError(
        `where expected condition to be a boolean tensor, but got a tensor with dtype ${name}`,
      );
    }
    return where(
      context,
      condition,
      operandOf(args.get('input'), 'where'),
      operandOf(args.get('other'), 'where'),
    );
  }),
  operation('where', 'method', 'input, condition, other', (context, args) =>
    where(context, args.tensor('condition'), args.tensor('input'), operandOf(args.get('other'), 'where')),
  ),
  operation('masked_fill', 'torch method', 'input, mask, value', maskedFill),
  operation('gather', 'torch method', 'input, dim, index', (context, args) =>
    gather(context, args.tensor('input'), args.int('dim'), args.tensor('index')),
  ),
  operation('one_hot', 'F', 'tensor, num_classes=', (context, args) =>
    oneHot(context, args.tensor('tensor'), args.intOr('num_classes', -1)),
  ),
  operation('isclose', 'torch method numpy', 'input, other, rtol=, atol=', (context, args) => {
    const [rtol, atol] = [args.numberOr('rtol', 1e-5), args.numberOr('atol', 1e-8)];
    return toBools(context, args.tensor('input'), args.tensor('other'), isClose(rtol, atol));
  }),
  operation('allclose', 'torch method numpy', 'input, other, rtol=, atol=', (context, args) => {
    const [rtol, atol] = [args.numberOr('rtol', 1e-5), args.numberOr('atol', 1e-8)];
    const close = toBools(context, args.tensor('input'), args.tensor('other'), isClose(rtol, atol));
    return close.dense().data.every((value) => value === 1);
  }),
  operation('equal', 'torch method', 'input, other', (_, args) => {
    const [a, b] = [args.tensor('input').dense(), args.tensor('other').dense()];
    return isSameShape(a.shape, b.shape) && a.data.every((value, i) => value === b.data[i]);
  }),
  operation('flip', 'torch method', 'input, *dims', (context, args) => {
    const input = args.tensor('input');
    const dims = args.ints('dims').map((dim) => wrapDim(dim, input.dimCount));
    let flipped: Int32Array = Int32Array.from(input.dense().data, (_, i) => i);
    for (const dim of dims) flipped = flipAlong(flipped, input.shape, dim);
    const { data, shape, dtype } = input.dense();
    return context.record(
      { data: Float64Array.from(flipped, (at) => data[at]), shape, dtype },
      'FlipBackward0',
      [input],
      (grad) => [scatterBack(grad, flipped, shape, data.length)],
      false,
    );
  }),
  operation('is_floating_point', 'torch method', 'input', (_, args) =>
    isFloatingPoint(args.tensor('input').dtype),
  ),
];

function flipAlong(order: Int32Array, shape: readonly number[], dim: number): Int32Array {
  const out = order.slice();
  forEachLine(shape, dim, (_, positions) => {
    positions.forEach((at, i) => {
      out[at] = order[positions[positions.length - 1 - i]];
    });
  });
  return out;
}

function isClose(rtol: number, atol: number): (x: number, y: number) => boolean {
  return (x, y) => x === y || Math.abs(x - y) <= atol + rtol * Math.abs(y);
}
