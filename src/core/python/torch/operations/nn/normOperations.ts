import { isFloatingPoint } from '../../../../tensor/dtype';
import { isSameShape, numelOf } from '../../../../tensor/shape';
import { runtimeError, valueError } from '../../../values/pythonError';
import { arithmetic } from '../../kernels/binary';
import { standardise } from '../../kernels/layers/standardise';
import { overwrite } from '../../kernels/overwrite';
import { norm } from '../../kernels/reductions/norm';
import { mean, variance } from '../../kernels/reductions/reduce';
import * as views from '../../kernels/views';
import { type Operation, operation, operationsOf } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { wrapDim } from '../../tensor/dims';
import { named } from '../../tensor/named';
import { notImplemented } from '../../tensor/notImplemented';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

/** `F.normalize`: divided by the norm along a dimension. Source: torch/nn/functional.py. */
function normalize(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const dims = [wrapDim(args.intOr('dim', 1), input.dimCount)];
  const length = norm(context, input, { dims, keepdim: true, dtype: null }, args.numberOr('p', 2));
  const least = Math.fround(args.numberOr('eps', 1e-12));
  const cut = mapTensor(length.dense(), (x) => Math.max(x, least));
  const held = context.record(cut, 'ClampMinBackward0', [length], (grad) => [
    mapTensor(grad, (g, i) => (length.dense().data[i] >= least ? g : 0)),
  ]);
  return arithmetic(context, '/', input, views.expand(context, held, input.shape));
}

interface Affine {
  /** Broadcast with the normed tensor; null for none. */
  readonly weight: TorchTensor | null;
  readonly bias: TorchTensor | null;
  readonly gradFn: string;
}

/** `(input - mean) / √(variance + eps) * weight + bias` */
function normedBy(
  context: TorchContext,
  input: TorchTensor,
  statistics: { mean: TorchTensor; variance: TorchTensor; eps: number },
  { weight, bias, gradFn }: Affine,
): TorchTensor {
  const centred = arithmetic(context, '-', input, statistics.mean);
  const root = arithmetic(context, '**', arithmetic(context, '+', statistics.variance, statistics.eps), 0.5);
  let result = arithmetic(context, '/', centred, root);
  if (weight) result = arithmetic(context, '*', result, weight);
  if (bias) result = arithmetic(context, '+', result, bias);
  return named(result, gradFn);
}

function optional(args: Bound, name: string): TorchTensor | null {
  return args.has(name) ? args.tensor(name) : null;
}

function checkParameter(
  name: string,
  parameter: TorchTensor | null,
  input: TorchTensor,
  sizes: readonly number[],
): void {
  if (parameter === null) return;
  if (!isSameShape(parameter.shape, sizes)) {
    throw runtimeError(
      `Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape [${parameter.shape.join(', ')}] and normalized_shape = [${sizes.join(', ')}]`,
    );
  }
  if (parameter.dtype !== input.dtype) throw refused('layer_norm');
}

/** `layer_norm` over the last dimensions. */
function layerNorm(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const sizes = args.ints('normalized_shape');
  const first = input.dimCount - sizes.length;
  if (first < 0 || sizes.some((size, i) => size !== input.shape[first + i])) {
    throw runtimeError(
      `Given normalized_shape=[${sizes.join(', ')}], expected input with shape [*, ${sizes.join(', ')}], but got input of size[${input.shape.join(', ')}]`,
    );
  }
  if (!isFloatingPoint(input.dtype)) throw notImplemented('LayerNormKernelImpl', input.dtype);
  const [weight, bias] = ['weight', 'bias'].map((name) => optional(args, name));
  checkParameter('weight', weight, input, sizes);
  checkParameter('bias', bias, input, sizes);
  const dims = sizes.map((_, i) => first + i);
  return standardise(context, input, {
    dims,
    eps: args.numberOr('eps', 1e-5),
    weight,
    bias,
    gradFn: 'NativeLayerNormBackward0',
  });
}

/** One number for each channel, in a shape that broadcasts with `input`. */
function ofChannels(
  context: TorchContext,
  args: Bound,
  name: string,
  input: TorchTensor,
): TorchTensor | null {
  const each = optional(args, name);
  if (each === null) return null;
  const isFitting = each.dimCount === 1 && each.numel === input.shape[1] && each.dtype === input.dtype;
  if (!isFitting) throw refused('batch_norm');
  return views.reshape(
    context,
    each,
    input.shape.map((size, dim) => (dim === 1 ? size : 1)),
  );
}

/** `F.batch_norm` of (N, C, …): by the given statistics, or in training by its own, which change the given ones. */
function batchNorm(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  if (input.dimCount < 2 || !isFloatingPoint(input.dtype)) throw refused('batch_norm');
  const eps = args.numberOr('eps', 1e-5);
  const [weight, bias, runningMean, runningVar] = ['weight', 'bias', 'running_mean', 'running_var'].map(
    (name) => ofChannels(context, args, name, input),
  );
  const affine = { weight, bias, gradFn: 'NativeBatchNormBackward0' };
  if (!args.bool('training', false)) {
    if (!runningMean || !runningVar) throw refused('batch_norm');
    return normedBy(context, input, { mean: runningMean, variance: runningVar, eps }, affine);
  }
  const dims = input.shape.map((_, dim) => dim).filter((dim) => dim !== 1);
  if (input.numel === input.shape[1]) {
    throw valueError(
      `Expected more than 1 value per channel when training, got input size torch.Size([${input.shape.join(', ')}])`,
    );
  }
  if (args.has('running_mean') && args.has('running_var'))
    track(
      context,
      input,
      dims,
      { mean: args.tensor('running_mean'), variance: args.tensor('running_var') },
      args,
    );
  return standardise(context, input, { dims, eps, ...affine });
}

/** Moves the running statistics towards those of the batch, whose variance is the unbiased one. */
function track(
  context: TorchContext,
  input: TorchTensor,
  dims: readonly number[],
  running: { mean: TorchTensor; variance: TorchTensor },
  args: Bound,
): void {
  const momentum = args.numberOr('momentum', 0.1);
  const plain = input.viewedAlone();
  const options = { dims, keepdim: false, dtype: null };
  const batch = {
    mean: mean(context, plain, options),
    variance: variance(context, plain, options, { correction: 1, isRoot: false }),
  };
  for (const key of ['mean', 'variance'] as const) {
    const before = running[key].dense().data;
    const now = batch[key].dense().data;
    overwrite(context, running[key], () => before.map((x, i) => momentum * now[i] + (1 - momentum) * x));
  }
}

/** `group_norm` of (N, C, …): channels in groups, each sample by itself. */
function groupNorm(context: TorchContext, args: Bound): TorchTensor {
  const [input, groups] = [args.tensor('input'), args.int('num_groups')];
  const [batch, channels, ...sizes] = input.shape;
  if (input.dimCount < 2 || groups < 1 || channels % groups !== 0 || !isFloatingPoint(input.dtype))
    throw refused('group_norm');
  const parts = views.reshape(context, input, [batch, groups, -1]);
  const plain = { weight: null, bias: null, gradFn: 'NativeGroupNormBackward0' };
  const normed = standardise(context, parts, { dims: [2], eps: args.numberOr('eps', 1e-5), ...plain });
  let result = views.reshape(context, normed, [batch, channels, ...sizes]);
  const [weight, bias] = ['weight', 'bias'].map((name) => ofChannels(context, args, name, input));
  if (weight) result = arithmetic(context, '*', result, weight);
  if (bias) result = arithmetic(context, '+', result, bias);
  return named(result, plain.gradFn);
}

/** `F.instance_norm` of (N, C, …): each channel of each sample by itself. */
function instanceNorm(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const isOwn = args.bool('use_input_stats', true) && !args.has('running_mean') && !args.has('running_var');
  const spatial = input.shape.slice(2);
  if (!isOwn || input.dimCount < 3 || numelOf(spatial) < 2 || !isFloatingPoint(input.dtype))
    throw refused('instance_norm');
  const dims = spatial.map((_, dim) => dim + 2);
  return standardise(context, input, {
    dims,
    eps: args.numberOr('eps', 1e-5),
    weight: ofChannels(context, args, 'weight', input),
    bias: ofChannels(context, args, 'bias', input),
    gradFn: 'ViewBackward0',
  });
}

const scores = { does: 'scores', by: 'other' } as const;

/** Functions that norm along dimensions. */
export const normOperations: readonly Operation[] = [
  operation('normalize', 'F', 'input, p=, dim=, eps=, out=', 'elementwise', normalize, 'python'),
  operation('layer_norm', 'F', 'input, normalized_shape, weight=, bias=, eps=', scores, layerNorm, 'python'),
  operation(
    'layer_norm',
    'torch',
    'input, normalized_shape, weight=, bias=, eps=, cudnn_enable=',
    scores,
    layerNorm,
  ),
  operation(
    'batch_norm',
    'F',
    'input, running_mean, running_var, weight=, bias=, training=, momentum=, eps=',
    scores,
    batchNorm,
    'python',
  ),
  ...operationsOf('batch_norm instance_norm', 'torch', 'input, *others', scores),
  operation('group_norm', 'torch F', 'input, num_groups, weight=, bias=, eps=', scores, groupNorm),
  operation(
    'instance_norm',
    'F',
    'input, running_mean=, running_var=, weight=, bias=, use_input_stats=, momentum=, eps=',
    scores,
    instanceNorm,
    'python',
  ),
];
