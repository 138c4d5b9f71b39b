import { broadcastOffsets } from '../../../../tensor/broadcast';
import { isFloatingPoint } from '../../../../tensor/dtype';
import { isSameShape } from '../../../../tensor/shape';
import type { Tensor } from '../../../../tensor/tensor';
import { runtimeError, valueError } from '../../../values/pythonError';
import { type Round, roundOf } from '../../kernels/elementwise/unary';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { promoteTypes } from '../../tensor/promote';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { reducedLoss, reductionOf } from './reducedLoss';

/** What a loss is at one element, in the arithmetic of the input's dtype. `option` is beta, delta or pos_weight. */
interface PairLoss {
  readonly value: (x: number, y: number, option: number, round: Round) => number;
  /** Derivative by x. */
  readonly slope: (x: number, y: number, option: number) => number;
  readonly gradFn: string;
  /** What PyTorch refuses of the two tensors, and of the option. */
  readonly check: (input: Tensor, target: Tensor, option: number) => void;
}

const sizeOf = ({ shape }: Tensor) => `torch.Size([${shape.join(', ')}])`;

/** `log_sigmoid(x)`, as PyTorch computes it. */
function logSigmoid(x: number, round: Round): number {
  return round(Math.min(0, x) - round(Math.log1p(round(Math.exp(-Math.abs(x))))));
}

/** Source: aten/src/ATen/native/Loss.cpp. */
const losses: Readonly<Record<string, PairLoss>> = {
  binary_cross_entropy_with_logits: {
    value: (x, y, posWeight, round) => {
      const factor = round(round((posWeight - 1) * y) + 1);
      return round(round(1 - y) * x) - round(logSigmoid(x, round) * factor);
    },
    slope: (x, y, posWeight) => (posWeight * y + 1 - y) / (1 + Math.exp(-x)) - posWeight * y,
    gradFn: 'BinaryCrossEntropyWithLogitsBackward0',
    check: (input, target) => {
      if (!isSameShape(input.shape, target.shape)) {
        throw valueError(`Target size (${sizeOf(target)}) must be the same as input size (${sizeOf(input)})`);
      }
      if (target.dtype !== 'int64' || input.dtype !== 'float32') return;
      throw runtimeError("result type Float can't be cast to the desired output type Long");
    },
  },
  binary_cross_entropy: {
    value: (x, y, _, round) =>
      round(round(y - 1) * Math.max(round(Math.log1p(-x)), -100)) -
      round(y * Math.max(round(Math.log(x)), -100)),
    slope: (x, y) => (x - y) / Math.max((1 - x) * x, 1e-12),
    gradFn: 'BinaryCrossEntropyBackward0',
    check: (input, target) => {
      if (!isSameShape(input.shape, target.shape)) {
        throw valueError(
          `Using a target size (${sizeOf(target)}) that is different to the input size (${sizeOf(input)}) is deprecated. Please ensure they have the same size.`,
        );
      }
      if (target.dtype === 'int64' && input.dtype === 'float32') {
        throw runtimeError('Found dtype Long but expected Float');
      }
      for (const [name, { data }] of Object.entries({ input, target })) {
        if (data.every((x) => x >= 0 && x <= 1)) continue;
        throw runtimeError(`all elements of ${name} should be between 0 and 1`);
      }
    },
  },
  smooth_l1_loss: {
    value: (x, y, beta, round) => {
      const distance = Math.abs(round(x - y));
      return distance < beta
        ? round(round(round(0.5 * distance) * distance) / beta)
        : distance - round(0.5 * beta);
    },
    slope: (x, y, beta) => (Math.abs(x - y) < beta ? (x - y) / beta : Math.sign(x - y)),
    gradFn: 'SmoothL1LossBackward0',
    check: (_, __, beta) => {
      if (beta < 0) throw runtimeError('smooth_l1_loss does not support negative values for beta.');
    },
  },
  huber_loss: {
    value: (x, y, delta, round) => {
      const distance = Math.abs(round(x - y));
      return distance <= delta
        ? round(0.5 * distance) * distance
        : delta * round(distance - round(0.5 * delta));
    },
    slope: (x, y, delta) => Math.max(-delta, Math.min(delta, x - y)),
    gradFn: 'HuberLossBackward0',
    check: (_, __, delta) => {
      if (delta <= 0) throw runtimeError('huber_loss does not support non-positive values for delta.');
    },
  },
};

/** Only in float32 and float64 the steps of PyTorch's kernels are known; beta = 0 makes `smooth_l1_loss` another one. */
function pairLoss(context: TorchContext, name: string, args: Bound): TorchTensor {
  const { value, slope, gradFn, check } = losses[name];
  const input = args.tensor('input');
  const target = args.tensor('target');
  const isKnown =
    ['float32', 'float64'].includes(input.dtype) &&
    promoteTypes(input.dtype, target.dtype) === input.dtype &&
    !target.requiresGrad &&
    // The weighted one is composed of other operations, which the graph shows.
    !(name === 'huber_loss' && args.has('weight'));
  if (!isKnown) throw refused(name);
  const reduction = reductionOf(name, args);
  const options = name === 'smooth_l1_loss' ? 'beta' : name === 'huber_loss' ? 'delta' : null;
  const option = options === null ? 1 : args.numberOr(options, 1);
  const [x, y] = [input.dense(), target.dense()];
  check(x, y, option);
  const isOther = options === null ? x.dtype !== y.dtype : option === 0 || y.dtype === 'bool';
  if (!isSameShape(x.shape, y.shape) || isOther) throw refused(name);
  const weight = perElement(name, args, 'weight', x);
  const posWeight = perElement(name, args, 'pos_weight', x);
  const round = roundOf(x.dtype);
  const optionAt = (i: number) => posWeight?.[i] ?? round(option);
  const each = mapTensor(x, (one, i) => {
    const unweighted = round(value(one, y.data[i], optionAt(i), round));
    return weight ? unweighted * weight[i] : unweighted;
  });
  const unreduced = context.record(each, gradFn, [input], (grad) => [
    mapTensor(grad, (g, i) => g * slope(x.data[i], y.data[i], optionAt(i)) * (weight?.[i] ?? 1)),
  ]);
  return reducedLoss(context, unreduced, reduction, gradFn);
}

/** A factor of every element of `shape`; null where it is not given. */
function perElement(name: string, args: Bound, parameter: string, { shape }: Tensor): Float64Array | null {
  if (!args.has(parameter)) return null;
  const factor = args.tensor(parameter);
  const { data, shape: own } = factor.dense();
  const isBroadcast = own.every((size, dim) => {
    const all = shape[shape.length - own.length + dim];
    return size === all || size === 1;
  });
  if (factor.requiresGrad || !isFloatingPoint(factor.dtype) || own.length > shape.length || !isBroadcast) {
    throw refused(name);
  }
  const offsets = broadcastOffsets(own, shape);
  return Float64Array.from(offsets, (offset) => data[offset]);
}

const row = (name: string, parameters: string): Operation =>
  operation(name, 'F', parameters, 'unknown', (context, args) => pairLoss(context, name, args), 'python');

/** The losses that compare a tensor with a target element by element, but for those of a plain distance. */
export const pairLossOperations: readonly Operation[] = [
  row(
    'binary_cross_entropy_with_logits',
    'input, target, weight=, size_average=, reduce=, reduction=, pos_weight=',
  ),
  row('binary_cross_entropy', 'input, target, weight=, size_average=, reduce=, reduction='),
  row('smooth_l1_loss', 'input, target, size_average=, reduce=, reduction=, beta='),
  row('huber_loss', 'input, target, reduction=, delta=, weight='),
];
