import { broadcastShapes } from '../../../tensor/broadcast';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { runtimeError } from '../../values/pythonError';
import { where } from '../kernels/binary';
import { flipAlong, gather, nonzero, oneHot } from '../kernels/pick';
import { expand, reshape } from '../kernels/views';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import type { Bound } from '../signature';
import { full } from '../tensor/create';
import { wrapDim } from '../tensor/dims';
import { scatterBack, withSize } from '../tensor/lines';
import { named } from '../tensor/named';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';
import { operandOf } from './operandOf';

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
  return named(where(context, mask, value, input), 'MaskedFillBackward0');
}

/** `gather` with indices that broadcast along the other dimensions. */
function takeAlongDim(context: TorchContext, args: Bound): TorchTensor {
  const indices = args.tensor('indices');
  if (indices.dtype !== 'int64') {
    throw runtimeError(
      `torch.take_along_dim(): dtype of indices should be Long but got ${scalarTypeName(indices.dtype)}`,
    );
  }
  const given = args.tensor('input');
  if (!args.has('dim'))
    return gatherKnown(context, reshape(context, given, [-1]), 0, reshape(context, indices, [-1]));
  if (indices.dimCount !== given.dimCount) {
    throw runtimeError(
      `torch.take_along_dim(): input and indices should have the same number of dimensions, but got ${given.dimCount} dimensions for input, and ${indices.dimCount} dimensions for indices`,
    );
  }
  const dim = wrapDim(args.int('dim'), given.dimCount);
  const { shape, mismatch } = broadcastShapes(withSize(given.shape, dim, 1), withSize(indices.shape, dim, 1));
  if (mismatch) throw refused('take_along_dim');
  const [input, index] = [given, indices].map((one) =>
    expand(context, one, withSize(shape, dim, one.shape[dim])),
  );
  return gatherKnown(context, input, dim, index);
}

/** PyTorch does not check these indices. */
function gatherKnown(
  context: TorchContext,
  input: TorchTensor,
  dim: number,
  index: TorchTensor,
): TorchTensor {
  if (index.dense().data.some((at) => at < 0 || at >= input.shape[dim])) throw refused('take_along_dim');
  return gather(context, input, dim, index);
}

/** Functions that take elements by conditions and indices. */
export const pickOperations: readonly Operation[] = [
  operation('where', 'torch numpy', 'condition, input=, other=', 'picks', (context, args) => {
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
  operation('where', 'method', 'input, condition, other', 'picks', (context, args) =>
    where(context, args.tensor('condition'), args.tensor('input'), operandOf(args.get('other'), 'where')),
  ),
  operation('masked_fill', 'torch method', 'input, mask, value', 'elementwise', maskedFill),
  operation('gather', 'torch method', 'input, dim, index', 'unknown', (context, args) =>
    gather(context, args.tensor('input'), args.int('dim'), args.tensor('index')),
  ),
  operation('one_hot', 'F', 'tensor, num_classes=', 'one-hot', (context, args) =>
    oneHot(context, args.tensor('tensor'), args.intOr('num_classes', -1)),
  ),
  operation(
    'flip',
    'torch method',
    'input, *dims',
    { does: 'reshapes', to: 'exchanged' },
    (context, args) => {
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
    },
  ),
  operation('take_along_dim', 'torch method', 'input, indices, dim=', 'unknown', takeAlongDim),
];
