import { runtimeError, typeError } from '../../values/pythonError';
import { PyList, PySlice, PyTuple, typeNameOf, type Value } from '../../values/values';
import { copied } from '../kernels/casts';
import { getItem } from '../kernels/indexing';
import { cat, stack } from '../kernels/join';
import * as views from '../kernels/views';
import { type Operation, operation } from '../operation';
import { wrapDim } from '../tensor/dims';
import { named } from '../tensor/named';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** `.T`, and `t()` of a matrix. */
export function reversed(context: TorchContext, input: TorchTensor): TorchTensor {
  const order = input.shape.map((_, dim) => input.dimCount - 1 - dim);
  return views.permute(context, input, order);
}

function matrixTranspose(context: TorchContext, input: TorchTensor): TorchTensor {
  if (input.dimCount > 2) {
    throw runtimeError(`t() expects a tensor with <= 2 dimensions, but self is ${input.dimCount}D`);
  }
  return views.permute(
    context,
    input,
    input.dimCount === 2 ? [1, 0] : input.shape.map((_, dim) => dim),
    'TBackward0',
  );
}

/** The tensors of a list or tuple. */
function tensorList(value: Value | undefined, name: string): readonly TorchTensor[] {
  if (!(value instanceof PyList || value instanceof PyTuple)) {
    throw typeError(
      `${name}(): argument 'tensors' (position 1) must be tuple of Tensors, not ${typeNameOf(value ?? null)}`,
    );
  }
  return value.items.map((item, i) => {
    if (item instanceof TorchTensor) return item;
    throw typeError(`expected Tensor as element ${i} in argument 0, but got ${typeNameOf(item)}`);
  });
}

/** Parts of a tensor along a dimension, as a tuple of views. */
function parts(context: TorchContext, input: TorchTensor, dim: number, sizes: readonly number[]): PyTuple {
  let start = 0;
  return new PyTuple(
    sizes.map((size) => {
      const slice = new PySlice(BigInt(start), BigInt(start + size), 1n);
      const full = new PySlice(null, null, null);
      start += size;
      const part = getItem(
        context,
        input,
        new PyTuple(input.shape.map((_, i) => (i === dim ? slice : full))),
      );
      return named(part, 'SplitBackward0');
    }),
  );
}

function chunked(size: number, each: number): readonly number[] {
  const sizes: number[] = [];
  for (let rest = size; rest > 0; rest -= each) sizes.push(Math.min(each, rest));
  return sizes.length > 0 ? sizes : [0];
}

/** Functions that change the shape, or join and part tensors. */
export const shapeOperations: readonly Operation[] = [
  operation('view', 'method', 'input, *size', { does: 'reshapes', to: 'sizes' }, (context, args) =>
    views.view(context, args.tensor('input'), args.ints('size')),
  ),
  operation('reshape', 'method array', 'input, *shape', { does: 'reshapes', to: 'sizes' }, (context, args) =>
    views.reshape(context, args.tensor('input'), args.ints('shape')),
  ),
  operation('reshape', 'torch numpy', 'input, shape', { does: 'reshapes', to: 'sizes' }, (context, args) =>
    views.reshape(context, args.tensor('input'), args.ints('shape')),
  ),
  // Of the same number of elements; deprecated.
  operation('resize', 'method', 'input, *sizes', { does: 'reshapes', to: 'sizes' }),
  operation('resize_as', 'method', 'input, tensor', { does: 'reshapes', to: 'sizes' }),
  operation('view_as', 'method', 'input, other', { does: 'reshapes', to: 'like-other' }, (context, args) =>
    views.view(context, args.tensor('input'), args.tensor('other').shape),
  ),
  operation('permute', 'method', 'input, *dims', { does: 'reshapes', to: 'permuted' }, (context, args) =>
    views.permute(context, args.tensor('input'), args.ints('dims')),
  ),
  operation('permute', 'torch', 'input, dims', { does: 'reshapes', to: 'permuted' }, (context, args) =>
    views.permute(context, args.tensor('input'), args.ints('dims')),
  ),
  ...(['transpose', 'swapaxes'] as const).map((name) =>
    operation(
      name,
      'torch method',
      'input, dim0, dim1',
      { does: 'reshapes', to: 'exchanged' },
      (context, args) => views.transpose(context, args.tensor('input'), args.int('dim0'), args.int('dim1')),
    ),
  ),
  operation('t', 'torch method', 'input', { does: 'reshapes', to: 'exchanged' }, (context, args) =>
    matrixTranspose(context, args.tensor('input')),
  ),
  operation(
    'unsqueeze',
    'torch method',
    'input, dim',
    { does: 'reshapes', to: 'unsqueezed' },
    (context, args) => views.unsqueeze(context, args.tensor('input'), args.int('dim')),
  ),
  operation(
    'squeeze',
    'torch method',
    'input, *dim',
    { does: 'reshapes', to: 'squeezed' },
    (context, args) => {
      const dims = args.intsOr('dim', []);
      const isAll = dims.length === 0;
      const gradFn = isAll ? 'SqueezeBackward0' : dims.length === 1 ? 'SqueezeBackward1' : 'SqueezeBackward2';
      return views.squeeze(context, args.tensor('input'), isAll ? null : dims, gradFn);
    },
  ),
  operation(
    'flatten',
    'torch method array',
    'input, start_dim=, end_dim=',
    { does: 'reshapes', to: 'flattened' },
    (context, args) => {
      const input = args.tensor('input');
      // NumPy's always copies.
      if (input.library === 'numpy') return views.reshape(context, copied(input), [-1]);
      return views.flatten(context, input, args.intOr('start_dim', 0), args.intOr('end_dim', -1));
    },
  ),
  operation('ravel', 'torch method array', 'input', { does: 'reshapes', to: 'flat' }, (context, args) =>
    views.reshape(context, args.tensor('input'), [-1]),
  ),
  operation(
    'expand',
    'method',
    'input, *size',
    { does: 'reshapes', to: 'as-many-as-sizes' },
    (context, args) => views.expand(context, args.tensor('input'), args.ints('size')),
  ),
  operation('expand_as', 'method', 'input, other', { does: 'reshapes', to: 'like-other' }, (context, args) =>
    views.expand(context, args.tensor('input'), args.tensor('other').shape),
  ),
  operation(
    'repeat',
    'method',
    'input, *repeats',
    { does: 'reshapes', to: 'as-many-as-sizes' },
    (context, args) => views.repeat(context, args.tensor('input'), args.ints('repeats')),
  ),
  ...(['cat', 'concat', 'concatenate'] as const).map((name) =>
    operation(name, 'torch', 'tensors, dim=', { does: 'joins', isStack: false }, (context, args) =>
      cat(context, tensorList(args.get('tensors'), name), args.intOr('dim', 0)),
    ),
  ),
  operation('stack', 'torch', 'tensors, dim=', { does: 'joins', isStack: true }, (context, args) =>
    stack(context, tensorList(args.get('tensors'), 'stack'), args.intOr('dim', 0)),
  ),
  operation('concatenate', 'numpy', 'tensors, dim=', { does: 'joins', isStack: false }, (context, args) =>
    cat(context, tensorList(args.get('tensors'), 'concatenate'), args.intOr('dim', 0)),
  ),
  operation('stack', 'numpy', 'tensors, dim=', { does: 'joins', isStack: true }, (context, args) =>
    stack(context, tensorList(args.get('tensors'), 'stack'), args.intOr('dim', 0)),
  ),
  operation('chunk', 'torch method', 'input, chunks, dim=', 'parts', (context, args) => {
    const input = args.tensor('input');
    const dim = wrapDim(args.intOr('dim', 0), input.dimCount);
    if (input.dimCount === 0) throw runtimeError('chunk expects at least a 1-dimensional tensor');
    const chunks = args.int('chunks');
    if (chunks <= 0) throw runtimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    const each = Math.max(1, Math.ceil(input.shape[dim] / chunks));
    return parts(context, input, dim, chunked(input.shape[dim], each));
  }),
  operation('split', 'torch method', 'input, split_size, dim=', 'parts', (context, args) => {
    const input = args.tensor('input');
    const dim = wrapDim(args.intOr('dim', 0), input.dimCount);
    const size = args.get('split_size');
    const sizes =
      typeof size === 'bigint' ? chunked(input.shape[dim], Number(size)) : args.ints('split_size');
    const total = sizes.reduce((sum, one) => sum + one, 0);
    if (total !== input.shape[dim]) {
      throw runtimeError(
        `split_with_sizes expects split_sizes to sum exactly to ${input.shape[dim]} (input tensor's size at dimension ${dim}), but got split_sizes=[${sizes.join(', ')}]`,
      );
    }
    return parts(context, input, dim, sizes);
  }),
  operation('unbind', 'torch method', 'input, dim=', 'parts', (context, args) => {
    const input = args.tensor('input');
    const dim = wrapDim(args.intOr('dim', 0), input.dimCount);
    const full = new PySlice(null, null, null);
    return new PyTuple(
      Array.from({ length: input.shape[dim] ?? 0 }, (_, i) => {
        const index = input.shape.map((_size, at) => (at === dim ? BigInt(i) : full));
        const part = getItem(context, input, new PyTuple(index));
        return named(part, 'UnbindBackward0');
      }),
    );
  }),
  ...(['vstack', 'hstack'] as const).map((name) =>
    operation(name, 'torch numpy', 'tensors', { does: 'joins', isStack: false }, (context, args) => {
      const tensors = tensorList(args.get('tensors'), name);
      const least = name === 'vstack' ? 2 : 1;
      const raised = tensors.map((one) =>
        one.dimCount < least ? views.reshape(context, one, [1, -1].slice(2 - least)) : one,
      );
      const dim = name === 'vstack' || raised[0]?.dimCount === 1 ? 0 : 1;
      return cat(context, raised, dim);
    }),
  ),
  operation('reshape_as', 'method', 'input, other', { does: 'reshapes', to: 'like-other' }, (context, args) =>
    views.reshape(context, args.tensor('input'), args.tensor('other').shape),
  ),
];
