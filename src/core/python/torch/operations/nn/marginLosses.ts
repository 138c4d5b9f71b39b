import { isFloatingPoint } from '../../../../tensor/dtype';
import { isSameShape } from '../../../../tensor/shape';
import { arithmetic, compare, where } from '../../kernels/binary';
import { applyUnary } from '../../kernels/elementwise/unary';
import { sum } from '../../kernels/reductions/reduce';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { full } from '../../tensor/create';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';
import { mathFunctions } from '../mathOperations';
import { activations } from './activations';
import { reducedLoss, reductionOf, reductionParameters } from './reducedLoss';
import { atLeast, pairwiseDistance } from './similarityOperations';

/** A loss of each element or row, before it is reduced. */
type Unreduced = (context: TorchContext, args: Bound) => TorchTensor;

function applied(
  context: TorchContext,
  name: 'log' | 'exp' | 'sqrt' | 'logsigmoid',
  input: TorchTensor,
): TorchTensor {
  const found = [...mathFunctions, ...activations].find((one) => one.name === name);
  if (!found) throw new RangeError(`no function ${name}`);
  return applyUnary(context, input, found);
}

/** `values` where the target is `one`, else 0. */
function chosen(
  context: TorchContext,
  target: TorchTensor,
  [operator, one]: readonly ['==' | '!=', bigint],
  values: TorchTensor,
): TorchTensor {
  return where(context, compare(context, operator, target, one), values, full(values.shape, 0, values.dtype));
}

/** The tensors of a loss, which are of one floating dtype here; `alike` must be of one shape. */
function tensorsOf(callee: string, args: Bound, names: string, alike = names): readonly TorchTensor[] {
  const tensors = names.split(' ').map((name) => args.tensor(name));
  const same = alike.split(' ').map((name) => args.tensor(name));
  const isPlain = tensors.every(({ dtype }) => isFloatingPoint(dtype) && dtype === tensors[0].dtype);
  if (!isPlain || same.some(({ shape }) => !isSameShape(shape, same[0].shape))) throw refused(callee);
  return tensors;
}

const marginRanking: Unreduced = (context, args) => {
  const [a, b] = tensorsOf('margin_ranking_loss', args, 'input1 input2');
  const target = args.tensor('target');
  if (!isSameShape(target.shape, a.shape)) throw refused('margin_ranking_loss');
  const product = arithmetic(
    context,
    '*',
    arithmetic(context, '*', target, -1n),
    arithmetic(context, '-', a, b),
  );
  return atLeast(context, arithmetic(context, '+', product, args.numberOr('margin', 0)), 0);
};

const hingeEmbedding: Unreduced = (context, args) => {
  const [input] = tensorsOf('hinge_embedding_loss', args, 'input', 'input target');
  const target = args.tensor('target');
  const short = atLeast(context, arithmetic(context, '-', args.numberOr('margin', 1), input), 0);
  return arithmetic(
    context,
    '+',
    chosen(context, target, ['!=', 1n], short),
    chosen(context, target, ['!=', -1n], input),
  );
};

/** Added to squared lengths. */
const leastLength = 1e-12;

const cosineEmbedding: Unreduced = (context, args) => {
  const [a, b] = tensorsOf('cosine_embedding_loss', args, 'input1 input2');
  const target = args.tensor('target');
  if (a.dimCount !== target.dimCount + 1 || a.dimCount > 2 || target.numel !== a.shape[0] ** target.dimCount)
    throw refused('cosine_embedding_loss');
  const dims = [a.dimCount - 1];
  const total = (x: TorchTensor, y: TorchTensor) =>
    sum(context, arithmetic(context, '*', x, y), { dims, keepdim: false, dtype: null });
  const length = (x: TorchTensor) => arithmetic(context, '+', total(x, x), leastLength);
  const root = applied(context, 'sqrt', arithmetic(context, '*', length(a), length(b)));
  const cosine = arithmetic(context, '/', total(a, b), root);
  const far = atLeast(context, arithmetic(context, '-', cosine, args.numberOr('margin', 0)), 0);
  return arithmetic(
    context,
    '+',
    chosen(context, target, ['==', 1n], arithmetic(context, '-', 1n, cosine)),
    chosen(context, target, ['==', -1n], far),
  );
};

const tripletMargin: Unreduced = (context, args) => {
  const [anchor, positive, negative] = tensorsOf('triplet_margin_loss', args, 'anchor positive negative');
  if (args.bool('swap', false)) throw refused('triplet_margin_loss');
  const options = { p: args.numberOr('p', 2), eps: args.numberOr('eps', 1e-6), keepdim: false };
  const [near, far] = [positive, negative].map((one) => pairwiseDistance(context, anchor, one, options));
  const margin = args.numberOr('margin', 1);
  return atLeast(context, arithmetic(context, '-', arithmetic(context, '+', near, margin), far), 0);
};

const softMargin: Unreduced = (context, args) => {
  const [input, target] = tensorsOf('soft_margin_loss', args, 'input target');
  const [x, y] = [input.dense(), target.dense().data];
  const each = mapTensor(x, (one, i) => Math.log1p(Math.exp(-y[i] * one)));
  return context.record(each, 'SoftMarginLossBackward0', [input], (grad) => [
    mapTensor(grad, (g, i) => {
      const z = Math.exp(-y[i] * x.data[i]);
      return (-y[i] * z * g) / (1 + z);
    }),
  ]);
};

const multiMargin: Unreduced = (context, args) => {
  const [input] = tensorsOf('multi_margin_loss', args, 'input');
  const target = args.tensor('target').dense();
  const [rows, classes] = input.shape;
  const isPlain = input.dimCount === 2 && target.shape.length === 1 && target.data.length === rows;
  const power = args.numberOr('p', 1);
  const isClass = target.data.every((y) => Number.isInteger(y) && y >= 0 && y < classes);
  if (!isPlain || !isClass || (power !== 1 && power !== 2) || args.has('weight'))
    throw refused('multi_margin_loss');
  const { data, dtype } = input.dense();
  const margin = args.numberOr('margin', 1);
  const short = data.map((x, i) => {
    const row = Math.floor(i / classes);
    const y = target.data[row];
    return i % classes === y ? 0 : Math.max(0, margin - data[row * classes + y] + x);
  });
  const losses = new Float64Array(rows);
  for (const [i, one] of short.entries()) losses[Math.floor(i / classes)] += one ** power / classes;
  return context.record(
    { data: losses, shape: [rows], dtype },
    'MultiMarginLossBackward0',
    [input],
    (grad) => {
      const back = new Float64Array(data.length);
      for (const [i, one] of short.entries()) {
        if (one === 0) continue;
        const row = Math.floor(i / classes);
        const slope = (grad.data[row] * (power === 1 ? 1 : 2 * one)) / classes;
        back[i] += slope;
        back[row * classes + target.data[row]] -= slope;
      }
      return [{ data: back, shape: input.shape, dtype: grad.dtype }];
    },
  );
};

const multilabelSoftMargin: Unreduced = (context, args) => {
  const [input, target] = tensorsOf('multilabel_soft_margin_loss', args, 'input target');
  if (args.has('weight') || input.dimCount === 0) throw refused('multilabel_soft_margin_loss');
  const log = (one: TorchTensor) => applied(context, 'logsigmoid', one);
  const minus = (one: TorchTensor) => arithmetic(context, '*', one, -1n);
  const positive = arithmetic(context, '*', target, log(input));
  const negative = arithmetic(context, '*', arithmetic(context, '-', 1n, target), log(minus(input)));
  const loss = minus(arithmetic(context, '+', positive, negative));
  const dim = input.dimCount - 1;
  const total = sum(context, loss, { dims: [dim], keepdim: false, dtype: null });
  return arithmetic(context, '/', total, BigInt(input.shape[dim]));
};

const poisson: Unreduced = (context, args) => {
  const [input, target] = tensorsOf('poisson_nll_loss', args, 'input target');
  if (args.bool('full', false)) throw refused('poisson_nll_loss');
  const isLog = args.bool('log_input', true);
  const shifted = isLog ? input : arithmetic(context, '+', input, args.numberOr('eps', 1e-8));
  const log = isLog ? input : applied(context, 'log', shifted);
  const rate = isLog ? applied(context, 'exp', input) : input;
  return arithmetic(context, '-', rate, arithmetic(context, '*', target, log));
};

const gaussian: Unreduced = (context, args) => {
  const [input, target, variance] = tensorsOf('gaussian_nll_loss', args, 'input target var');
  const least = args.numberOr('eps', 1e-6);
  if (variance.dense().data.some((one) => !(one >= least))) throw refused('gaussian_nll_loss');
  const square = arithmetic(context, '**', arithmetic(context, '-', input, target), 2n);
  const loss = arithmetic(
    context,
    '+',
    applied(context, 'log', variance),
    arithmetic(context, '/', square, variance),
  );
  const half = arithmetic(context, '*', 0.5, loss);
  const constant = 0.5 * Math.log(2 * Math.PI);
  return args.bool('full', false) ? arithmetic(context, '+', half, constant) : half;
};

interface Row {
  readonly name: string;
  readonly module: string;
  /** The tensors that it takes. */
  readonly inputs: string;
  readonly options: string;
  readonly unreduced: Unreduced;
  /** The node of those that PyTorch computes in one piece. */
  readonly gradFn?: string;
}

const old = reductionParameters;

const rows: readonly Row[] = [
  {
    name: 'margin_ranking_loss',
    module: 'MarginRankingLoss',
    inputs: 'input1, input2, target',
    options: `margin=, ${old}`,
    unreduced: marginRanking,
  },
  {
    name: 'hinge_embedding_loss',
    module: 'HingeEmbeddingLoss',
    inputs: 'input, target',
    options: `margin=, ${old}`,
    unreduced: hingeEmbedding,
  },
  {
    name: 'cosine_embedding_loss',
    module: 'CosineEmbeddingLoss',
    inputs: 'input1, input2, target',
    options: `margin=, ${old}`,
    unreduced: cosineEmbedding,
  },
  {
    name: 'triplet_margin_loss',
    module: 'TripletMarginLoss',
    inputs: 'anchor, positive, negative',
    options: `margin=, p=, eps=, swap=, ${old}`,
    unreduced: tripletMargin,
  },
  {
    name: 'soft_margin_loss',
    module: 'SoftMarginLoss',
    inputs: 'input, target',
    options: old,
    unreduced: softMargin,
    gradFn: 'SoftMarginLossBackward0',
  },
  {
    name: 'multi_margin_loss',
    module: 'MultiMarginLoss',
    inputs: 'input, target',
    options: `p=, margin=, weight=, ${old}`,
    unreduced: multiMargin,
    gradFn: 'MultiMarginLossBackward0',
  },
  {
    name: 'multilabel_soft_margin_loss',
    module: 'MultiLabelSoftMarginLoss',
    inputs: 'input, target',
    options: `weight=, ${old}`,
    unreduced: multilabelSoftMargin,
  },
  {
    name: 'poisson_nll_loss',
    module: 'PoissonNLLLoss',
    inputs: 'input, target',
    options: 'log_input=, full=, size_average=, eps=, reduce=, reduction=',
    unreduced: poisson,
  },
  {
    name: 'gaussian_nll_loss',
    module: 'GaussianNLLLoss',
    inputs: 'input, target, var',
    options: 'full=, eps=, reduction=',
    unreduced: gaussian,
  },
];

/** Losses that compare distances with a margin, and those of other distributions. */
export const marginLossOperations: readonly Operation[] = rows.map(
  ({ name, inputs, options, unreduced, gradFn = null }) =>
    operation(
      name,
      'F',
      `${inputs}, ${options}`,
      'unknown',
      (context, args) => reducedLoss(context, unreduced(context, args), reductionOf(name, args), gradFn),
      'python',
    ),
);

/** Their modules, with the parameters of the constructors. */
export const marginLossModules: readonly (readonly [module: string, name: string, options: string])[] =
  rows.map(({ module, name, options }) => [
    module,
    name,
    name === 'gaussian_nll_loss' ? `*, ${options}` : options,
  ]);
