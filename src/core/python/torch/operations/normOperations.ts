import * as l10n from '../../../l10n';
import { NotEvaluated } from '../../values/pythonError';
import { arithmetic } from '../kernels/binary';
import { norm } from '../kernels/reductions/norm';
import { mean, variance } from '../kernels/reductions/reduce';
import { expand } from '../kernels/views';
import { type Operation, operation, operationsOf } from '../operation';
import type { Bound } from '../signature';
import { wrapDim } from '../tensor/dims';
import { mapTensor } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

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
  return arithmetic(context, '/', input, expand(context, held, input.shape));
}

/** `F.layer_norm` over the last dimensions. */
function layerNorm(context: TorchContext, args: Bound): TorchTensor {
  const input = args.tensor('input');
  const sizes = args.ints('normalized_shape');
  const first = input.dimCount - sizes.length;
  if (first < 0 || sizes.some((size, i) => size !== input.shape[first + i]))
    throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'layer_norm'));
  const dims = sizes.map((_, i) => first + i);
  const options = { dims, keepdim: true, dtype: null };
  const centred = arithmetic(context, '-', input, mean(context, input, options));
  const spread = variance(context, input, options, { correction: 0, isRoot: false });
  const root = arithmetic(context, '**', arithmetic(context, '+', spread, args.numberOr('eps', 1e-5)), 0.5);
  let result = arithmetic(context, '/', centred, root);
  if (args.has('weight')) result = arithmetic(context, '*', result, args.tensor('weight'));
  if (args.has('bias')) result = arithmetic(context, '+', result, args.tensor('bias'));
  if (result.node) result.node = { ...result.node, name: 'NativeLayerNormBackward0' };
  return result;
}

/** Functions that norm along dimensions. */
export const normOperations: readonly Operation[] = [
  operation('normalize', 'F', 'input, p=, dim=, eps=, out=', 'elementwise', normalize, 'python'),
  operation(
    'layer_norm',
    'F',
    'input, normalized_shape, weight=, bias=, eps=',
    { does: 'scores', by: 'other' },
    layerNorm,
    'python',
  ),
  ...operationsOf('layer_norm', 'torch', 'input, *others', { does: 'scores', by: 'other' }),
];
