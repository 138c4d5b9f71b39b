import * as l10n from '../../../l10n';
import { castTensor } from '../../../tensor/castTensor';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { NotEvaluated, runtimeError, typeError } from '../../values/pythonError';
import { DeviceValue, isNumber, listOfRange, PyRange, typeNameOf, type Value } from '../../values/values';
import type { Creates } from '../effect';
import { type Operation, operation } from '../operation';
import type { Bound } from '../signature';
import { full, requireGrad, tensorFromList, unset } from '../tensor/create';
import { dtypeOfNumber } from '../tensor/promote';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

const made = '*, dtype=, device=, requires_grad=, layout=, pin_memory=, out=, memory_format=';

/** A list of what can be counted through. */
function listOf(value: Value): Value {
  return value instanceof PyRange ? listOfRange(value) : value;
}

export function finish(context: TorchContext, tensor: TorchTensor, args: Bound): TorchTensor {
  context.charge(tensor.memory.data.length);
  if (context.isInference) tensor.memory.isInference = true;
  const device = args.get('device') ?? null;
  if (device !== null && device !== 'cpu' && !(device instanceof DeviceValue)) {
    throw new NotEvaluated(l10n.t('tensors on another device'));
  }
  return requireGrad(tensor, args.bool('requires_grad', false));
}

/** `torch.tensor`: always a copy. */
function tensor(context: TorchContext, args: Bound): TorchTensor {
  const data = listOf(args.get('data') ?? null);
  const dtype = args.dtype('dtype');
  if (data instanceof TorchTensor) {
    const source = data.dense();
    const copy = TorchTensor.of(castTensor(source, dtype ?? source.dtype));
    return finish(context, copy, args);
  }
  return finish(context, tensorFromList(data, dtype), args);
}

/** `torch.as_tensor` and `from_numpy` share the memory where they can. */
function shared(context: TorchContext, args: Bound): TorchTensor {
  const data = args.get('data') ?? null;
  const dtype = args.dtype('dtype');
  if (!(data instanceof TorchTensor)) return tensor(context, args);
  if (dtype !== null && dtype !== data.dtype) return TorchTensor.of(castTensor(data.dense(), dtype));
  return data.library === 'torch' ? data : new TorchTensor(data.memory, data.view, data.dtype);
}

function sizesOf(args: Bound, name = 'size'): readonly number[] {
  return args.ints(name);
}

/** `torch.zeros(2, 3)`, `np.zeros((2, 3))`. */
function filledOperations(
  name: 'zeros' | 'ones' | 'empty',
  value: number | null,
  values: Creates['values'],
): readonly Operation[] {
  const effect = { does: 'creates', from: 'sizes', values, dtype: 'float' } as const;
  const run =
    (library: 'torch' | 'numpy'): Operation['run'] =>
    (context, args) => {
      const shape = sizesOf(args);
      const numel = shape.reduce((product, size) => product * Math.max(0, size), 1);
      context.charge(numel);
      const dtype = args.dtype('dtype') ?? (library === 'numpy' ? 'float64' : 'float32');
      const made =
        value === null
          ? unset(shape, dtype, { library, why: l10n.t('{0}(…), whose values are not set', name) })
          : full(shape, value, dtype, library);
      return finish(context, made, args);
    };
  return [
    operation(name, 'torch', `*size, ${made}`, effect, run('torch')),
    operation(name, 'numpy', 'size, dtype=, order=, device=, requires_grad=', effect, run('numpy')),
  ];
}

function likeOperation(name: string, value: number | null): Operation {
  const parameters = value === null ? `input, fill_value, ${made}` : `input, ${made}`;
  return operation(
    name,
    'torch numpy',
    parameters,
    { does: 'creates', from: 'like', values: value === 0 ? 'zeros' : 'other', dtype: null },
    (context, args) => {
      const input = args.tensor('input');
      const dtype = args.dtype('dtype') ?? input.dtype;
      return finish(
        context,
        full(input.shape, value ?? args.number('fill_value'), dtype, input.library),
        args,
      );
    },
  );
}

/** A dtype for numbers of Python: int64 when all are whole. */
function dtypeOfNumbers(args: Bound, names: readonly string[], library: 'torch' | 'numpy'): DType {
  const values = names.map((name) => args.get(name)).filter((value) => value !== undefined && value !== null);
  const isFloat = values.some(
    (value) => typeof value === 'number' || (value instanceof TorchTensor && isFloatingPoint(value.dtype)),
  );
  if (!isFloat) return 'int64';
  return library === 'numpy' ? 'float64' : 'float32';
}

function arange(library: 'torch' | 'numpy'): Operation['run'] {
  return (context, args) => {
    const isEndAlone = !args.has('end');
    const start = isEndAlone ? 0 : args.number('start');
    const end = isEndAlone ? args.number('start') : args.number('end');
    const step = args.numberOr('step', 1);
    if (step === 0) throw runtimeError('step must be nonzero');
    if (Math.sign(end - start) * Math.sign(step) < 0 && library === 'torch') {
      throw runtimeError('upper bound and lower bound inconsistent with step sign');
    }
    const length = Math.max(0, Math.ceil((end - start) / step));
    context.charge(length);
    const dtype = args.dtype('dtype') ?? dtypeOfNumbers(args, ['start', 'end', 'step'], library);
    const data = Float64Array.from({ length }, (_, i) => start + i * step);
    return finish(context, TorchTensor.of({ data, shape: [length], dtype }, library), args);
  };
}

function linspace(library: 'torch' | 'numpy'): Operation['run'] {
  return (context, args) => {
    const [start, end] = [args.number('start'), args.number('end')];
    const steps = library === 'numpy' ? args.intOr('steps', 50) : args.int('steps');
    if (steps < 0) throw runtimeError('number of steps must be non-negative');
    context.charge(steps);
    const dtype = args.dtype('dtype') ?? (library === 'numpy' ? 'float64' : 'float32');
    const step = steps > 1 ? (end - start) / (steps - 1) : 0;
    const data = Float64Array.from({ length: steps }, (_, i) =>
      i < steps / 2 ? start + i * step : end - (steps - 1 - i) * step,
    );
    return finish(context, TorchTensor.of({ data, shape: [steps], dtype }, library), args);
  };
}

function eye(library: 'torch' | 'numpy'): Operation['run'] {
  return (context, args) => {
    const rows = args.int('n');
    const columns = args.intOr('m', rows);
    if (rows < 0) throw runtimeError(`n must be greater or equal to 0, got ${rows}`);
    if (columns < 0) throw runtimeError(`m must be greater or equal to 0, got ${columns}`);
    context.charge(rows * columns);
    const data = new Float64Array(rows * columns);
    for (let i = 0; i < Math.min(rows, columns); i++) data[i * columns + i] = 1;
    const dtype = args.dtype('dtype') ?? (library === 'numpy' ? 'float64' : 'float32');
    return finish(context, TorchTensor.of({ data, shape: [rows, columns], dtype }, library), args);
  };
}

function fullOperation(library: 'torch' | 'numpy'): Operation['run'] {
  return (context, args) => {
    const value = args.get('fill_value') ?? null;
    const shape = sizesOf(args);
    if (!isNumber(value))
      throw typeError(`full(): argument 'fill_value' (position 2) must be Number, not ${typeNameOf(value)}`);
    context.charge(shape.reduce((product, size) => product * Math.max(0, size), 1));
    const inferred = typeof value === 'number' && library === 'numpy' ? 'float64' : dtypeOfNumber(value);
    return finish(context, full(shape, Number(value), args.dtype('dtype') ?? inferred, library), args);
  };
}

/** PyTorch's words when a tensor that requires grad is to become an array. */
export const gradMessage =
  "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.";

/** Functions that make tensors. */
export const createOperations: readonly Operation[] = [
  operation(
    'tensor',
    'torch',
    'data, *, dtype=, device=, requires_grad=, pin_memory=',
    { does: 'creates', from: 'data', values: 'written', dtype: null },
    tensor,
    'single',
  ),
  ...(['as_tensor', 'asarray'] as const).map((name) =>
    operation(
      name,
      'torch',
      'data, dtype=, device=',
      { does: 'creates', from: 'shared-data', values: 'written', dtype: null },
      shared,
    ),
  ),
  operation(
    'from_numpy',
    'torch',
    'data',
    { does: 'creates', from: 'array', values: 'written', dtype: null },
    (context, args) => {
      const data = args.get('data') ?? null;
      if (data instanceof TorchTensor && data.library === 'numpy') return shared(context, args);
      throw typeError(`expected np.ndarray (got ${typeNameOf(data)})`);
    },
  ),
  ...filledOperations('zeros', 0, 'zeros'),
  ...filledOperations('ones', 1, 'other'),
  ...filledOperations('empty', null, 'zeros'),
  likeOperation('zeros_like', 0),
  likeOperation('ones_like', 1),
  likeOperation('full_like', null),
  operation(
    'empty_like',
    'torch numpy',
    `input, ${made}`,
    { does: 'creates', from: 'like', values: 'other', dtype: null },
    (context, args) => {
      const { shape, dtype, library } = args.tensor('input');
      const why = l10n.t('{0}(…), whose values are not set', 'empty_like');
      return finish(context, unset(shape, args.dtype('dtype') ?? dtype, { library, why }), args);
    },
  ),
  operation(
    'full',
    'torch',
    `size, fill_value, ${made}`,
    { does: 'creates', from: 'sizes', values: 'filled', dtype: null },
    fullOperation('torch'),
  ),
  operation(
    'full',
    'numpy',
    'size, fill_value, dtype=',
    { does: 'creates', from: 'sizes', values: 'filled', dtype: null },
    fullOperation('numpy'),
  ),
  operation(
    'eye',
    'torch',
    `n, m=, ${made}`,
    { does: 'creates', from: 'sizes', values: 'identity', dtype: 'float' },
    eye('torch'),
  ),
  operation(
    'eye',
    'numpy',
    'n, m=, dtype=',
    { does: 'creates', from: 'sizes', values: 'identity', dtype: 'float' },
    eye('numpy'),
  ),
  operation(
    'arange',
    'torch',
    `start, end=, step=, ${made}`,
    { does: 'creates', from: 'count', values: 'indices', dtype: 'int' },
    arange('torch'),
  ),
  operation(
    'arange',
    'numpy',
    'start, end=, step=, dtype=',
    { does: 'creates', from: 'count', values: 'indices', dtype: 'int' },
    arange('numpy'),
  ),
  operation(
    'linspace',
    'torch',
    `start, end, steps, ${made}`,
    { does: 'creates', from: 'count', values: 'other', dtype: 'float' },
    linspace('torch'),
  ),
  operation(
    'linspace',
    'numpy',
    'start, end, steps=, dtype=',
    { does: 'creates', from: 'count', values: 'other', dtype: 'float' },
    linspace('numpy'),
  ),
  ...(['array', 'asarray'] as const).map((name) =>
    operation(
      name,
      'numpy',
      'object, dtype=, copy=',
      { does: 'creates', from: 'array', values: 'written', dtype: null },
      (context, args) => {
        const value = listOf(args.get('object') ?? null);
        const dtype = args.dtype('dtype');
        if (value instanceof TorchTensor) {
          if (value.requiresGrad) throw runtimeError(gradMessage);
          if (name === 'array' && args.get('copy') === false && value.library === 'torch')
            throw new NotEvaluated(l10n.t('{0}(…) with {1}=', 'np.array', 'copy'));
          const isKept = name === 'asarray' || args.get('copy') === false;
          if (isKept && (dtype ?? value.dtype) === value.dtype)
            return value.library === 'numpy' ? value : asNumpy(value);
          context.charge(value.numel);
          return TorchTensor.of(castTensor(value.dense(), dtype ?? value.dtype), 'numpy');
        }
        const array = tensorFromList(value, dtype, 'numpy');
        context.charge(array.numel);
        return array;
      },
    ),
  ),
];

/** The same memory as an array of NumPy. */
export function asNumpy(tensor: TorchTensor): TorchTensor {
  return new TorchTensor(tensor.memory, tensor.view, tensor.dtype, 'numpy');
}
