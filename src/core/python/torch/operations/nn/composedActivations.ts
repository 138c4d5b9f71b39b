import { isFloatingPoint } from '../../../../tensor/dtype';
import { scalarTypeName } from '../../../../tensor/dtypeNames';
import type { Tensor } from '../../../../tensor/tensor';
import { runtimeError } from '../../../values/pythonError';
import { arithmetic } from '../../kernels/binary';
import { applyUnary } from '../../kernels/elementwise/unary';
import { narrow } from '../../kernels/views';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { wrapDim } from '../../tensor/dims';
import { named } from '../../tensor/named';
import { notImplemented } from '../../tensor/notImplemented';
import { expandTo, mapTensor, sumTo } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { absoluteOf } from '../mathOperations';
import { activations } from './activations';

function applied(context: TorchContext, name: string, input: TorchTensor): TorchTensor {
  const activation = activations.find((one) => one.name === name);
  if (!activation) throw new RangeError(`no activation ${name}`);
  return applyUnary(context, input, activation);
}

/** One half times the sigmoid of the other. */
function glu(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  if (input.dimCount === 0)
    throw runtimeError('glu does not support scalars because halving size must be even');
  const dim = wrapDim(args.intOr('dim', -1), input.dimCount);
  const size = input.shape[dim];
  if (size % 2 !== 0)
    throw runtimeError(`Halving dimension must be even, but dimension ${dim} is size ${size}`);
  if (!isFloatingPoint(input.dtype)) throw notImplemented('glu_cpu', input.dtype);
  const [half, gate] = [0, size / 2].map((start) => narrow(context, input, dim, start, size / 2));
  return named(arithmetic(context, '*', half, applied(context, 'sigmoid', gate)), 'GluBackward0');
}

/** A leaky ReLU whose slopes are a tensor: one, or one for each channel. */
function prelu(context: TorchContext, args: Bound): TorchTensor {
  const [input, weight] = [args.tensor('input'), args.tensor('weight')];
  if (input.dtype !== weight.dtype) {
    const names = [input, weight].map(({ dtype }) => scalarTypeName(dtype));
    throw runtimeError(`prelu: Type promoting not supported. Got ${names.join(' and ')}`);
  }
  const slopes = slopesOf(input, weight);
  const each = expandTo(slopes, input.shape).data;
  const x = input.dense();
  const result = mapTensor(x, (value, i) => (value > 0 ? value : each[i] * value));
  return context.record(result, 'PreluKernelBackward0', [input, weight], (grad) => [
    mapTensor(grad, (g, i) => (x.data[i] > 0 ? g : each[i] * g)),
    {
      ...sumTo(
        mapTensor(grad, (g, i) => (x.data[i] > 0 ? 0 : x.data[i] * g)),
        slopes.shape,
      ),
      shape: weight.shape,
    },
  ]);
}

function slopesOf(input: TorchTensor, weight: TorchTensor): Tensor {
  if (weight.dimCount > 1) {
    throw runtimeError(
      `prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${weight.dimCount}`,
    );
  }
  const channels = input.dimCount > 1 ? input.shape[1] : 1;
  if (weight.numel !== 1 && (input.dimCount === 0 || weight.numel !== channels)) {
    if (input.dimCount === 0) throw refused('prelu');
    throw runtimeError(
      `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${weight.numel} and channel size = ${channels}.`,
    );
  }
  const isOne = weight.numel === 1;
  return { ...weight.dense(), shape: input.shape.map((_, dim) => (dim === 1 && !isOne ? channels : 1)) };
}

/** Activations that are more than a function of each element, or that PyTorch composes of such. */
export const composedActivations: readonly Operation[] = [
  operation(
    'softsign',
    'F',
    'input',
    'elementwise',
    (context, args) => {
      const input = args.tensor('input');
      return arithmetic(context, '/', input, arithmetic(context, '+', absoluteOf(context, input), 1n));
    },
    'python',
  ),
  operation(
    'tanhshrink',
    'F',
    'input',
    'unlike',
    (context, args) => {
      const input = args.tensor('input');
      return arithmetic(context, '-', input, applied(context, 'tanh', input));
    },
    'python',
  ),
  operation('glu', 'F', 'input, dim=', 'elementwise', glu, 'python'),
  operation('prelu', 'torch F', 'input, weight', 'elementwise', prelu),
  operation(
    'expit',
    'special',
    'input',
    { does: 'activates', name: 'sigmoid', dim: null, isPlain: true },
    (context, args) => applied(context, 'sigmoid', args.tensor('input')),
  ),
];
