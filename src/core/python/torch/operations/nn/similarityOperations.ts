import { isFloatingPoint } from '../../../../tensor/dtype';
import { arithmetic } from '../../kernels/binary';
import { norm } from '../../kernels/reductions/norm';
import { sum } from '../../kernels/reductions/reduce';
import * as views from '../../kernels/views';
import { type Operation, operation } from '../../operation';
import { refused } from '../../refused';
import type { Bound } from '../../signature';
import { wrapDim } from '../../tensor/dims';
import { named } from '../../tensor/named';
import { mapTensor } from '../../tensor/tensorMath';
import type { TorchContext } from '../../tensor/torchContext';
import type { TorchTensor } from '../../tensor/torchTensor';

/** No less than `least`; the gradient goes through where nothing was raised. */
export function atLeast(context: TorchContext, input: TorchTensor, least: number): TorchTensor {
  const x = input.dense();
  const raised = mapTensor(x, (value) => (value < least ? least : value));
  return context.record(raised, 'ClampMinBackward0', [input], (grad) => [
    mapTensor(grad, (g, i) => (x.data[i] >= least ? g : 0)),
  ]);
}

/** The products of `a` and `b`, each by its length along a dimension, summed up. */
export function cosineSimilarity(
  context: TorchContext,
  a: TorchTensor,
  b: TorchTensor,
  { dim, eps }: { readonly dim: number; readonly eps: number },
): TorchTensor {
  if (![a, b].every(({ dtype }) => isFloatingPoint(dtype)) || a.dtype !== b.dtype)
    throw refused('cosine_similarity');
  const { shape } = arithmetic(context, '+', a.viewedAlone(), b.viewedAlone());
  const [x, y] = [a, b].map((one) => views.expand(context, one, shape));
  const dims = [wrapDim(dim, shape.length)];
  const unit = (one: TorchTensor) => {
    const length = norm(context, one, { dims, keepdim: true, dtype: null }, 2);
    return arithmetic(context, '/', one, atLeast(context, length, Math.fround(eps)));
  };
  const product = arithmetic(context, '*', unit(x), unit(y));
  return sum(context, product, { dims, keepdim: false, dtype: null });
}

/** The norm of the difference of each pair of rows, to which `eps` is added. */
export function pairwiseDistance(
  context: TorchContext,
  a: TorchTensor,
  b: TorchTensor,
  { p, eps, keepdim }: { readonly p: number; readonly eps: number; readonly keepdim: boolean },
): TorchTensor {
  const difference = arithmetic(context, '+', arithmetic(context, '-', a, b), eps);
  return norm(context, difference, { dims: [difference.dimCount - 1], keepdim, dtype: null }, p);
}

/** The distance of each row of one matrix from each row of the other. */
function cdist(context: TorchContext, args: Bound): TorchTensor {
  const [a, b] = [args.tensor('x1'), args.tensor('x2')];
  const isPlain = a.dimCount === 2 && b.dimCount === 2 && !a.requiresGrad && !b.requiresGrad;
  if (!isPlain || args.numberOr('p', 2) !== 2 || args.has('compute_mode')) throw refused('cdist');
  const difference = arithmetic(context, '-', views.unsqueeze(context, a, 1), views.unsqueeze(context, b, 0));
  return named(norm(context, difference, { dims: [2], keepdim: false, dtype: null }, 2), 'CdistBackward0');
}

function dist(context: TorchContext, args: Bound): TorchTensor {
  const difference = arithmetic(context, '-', args.tensor('input'), args.tensor('other'));
  const length = norm(
    context,
    difference,
    { dims: null, keepdim: false, dtype: null },
    args.numberOr('p', 2),
  );
  return named(length, 'DistBackward0');
}

/** How alike vectors are, and how far from each other. */
export const similarityOperations: readonly Operation[] = [
  operation('cosine_similarity', 'torch F', 'x1, x2, dim=, eps=', 'unlike', (context, args) =>
    cosineSimilarity(context, args.tensor('x1'), args.tensor('x2'), {
      dim: args.intOr('dim', 1),
      eps: args.numberOr('eps', 1e-8),
    }),
  ),
  operation('pairwise_distance', 'torch F', 'x1, x2, p=, eps=, keepdim=', 'unlike', (context, args) =>
    pairwiseDistance(context, args.tensor('x1'), args.tensor('x2'), {
      p: args.numberOr('p', 2),
      eps: args.numberOr('eps', 1e-6),
      keepdim: args.bool('keepdim', false),
    }),
  ),
  operation('cdist', 'torch', 'x1, x2, p=, compute_mode=', 'unknown', cdist),
  operation('dist', 'torch method', 'input, other, p=', 'reduces', dist),
];
