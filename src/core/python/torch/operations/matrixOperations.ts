import * as l10n from '../../../l10n';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { arithmetic } from '../kernels/binary';
import { matmul } from '../kernels/matmul';
import * as views from '../kernels/views';
import { type Operation, operation } from '../operation';
import type { Bound } from '../signature';
import { named } from '../tensor/named';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** `input @ other` */
function matmulOf(context: TorchContext, args: Bound): TorchTensor {
  return matmul(context, args.tensor('input'), args.tensor('other'));
}

/** `beta * input + alpha * (mat1 @ mat2)` */
function addmm(context: TorchContext, args: Bound): TorchTensor {
  const [mat1, mat2] = [args.tensor('mat1'), args.tensor('mat2')];
  if (mat1.dtype !== mat2.dtype) {
    const names = [mat1, mat2].map(({ dtype }) => scalarTypeName(dtype));
    throw runtimeError(`self and mat2 must have the same dtype, but got ${names.join(' and ')}`);
  }
  for (const name of ['mat1', 'mat2']) {
    const { dimCount } = args.tensor(name);
    if (dimCount !== 2) throw runtimeError(`${name} must be a matrix, got ${dimCount}-D tensor`);
  }
  const product = matmul(context, mat1, mat2);
  const scaled = (one: TorchTensor, factor: string) =>
    args.has(factor) ? arithmetic(context, '*', one, args.number(factor)) : one;
  const summand = views.expand(context, args.tensor('input'), product.shape);
  return named(arithmetic(context, '+', scaled(summand, 'beta'), scaled(product, 'alpha')), 'AddmmBackward0');
}

function mv(context: TorchContext, args: Bound): TorchTensor {
  const [input, vec] = [args.tensor('input'), args.tensor('vec')];
  if (input.dimCount !== 2 || vec.dimCount !== 1) {
    throw runtimeError(`vector + matrix @ vector expected, got 1, ${input.dimCount}, ${vec.dimCount}`);
  }
  return matmul(context, input, vec);
}

function mm(context: TorchContext, input: TorchTensor, other: TorchTensor): TorchTensor {
  if (input.dimCount !== 2) throw runtimeError('self must be a matrix');
  if (other.dimCount !== 2) throw runtimeError('mat2 must be a matrix');
  return matmul(context, input, other);
}

/** `input @ weight.T + bias` */
function linear(context: TorchContext, args: Bound): TorchTensor {
  const [input, weight] = [args.tensor('input'), args.tensor('weight')];
  if (input.dimCount === 0 || weight.dimCount === 0 || (args.has('bias') && weight.dimCount !== 2))
    throw new NotEvaluated(l10n.t('linear(…) of these tensors'));
  if (input.dtype !== weight.dtype && input.dimCount === 2 && args.has('bias')) {
    const names = [input, weight].map(({ dtype }) => scalarTypeName(dtype));
    throw runtimeError(`mat1 and mat2 must have the same dtype, but got ${names.join(' and ')}`);
  }
  const product = matmul(context, input, views.transpose(context, weight, 0, 1, 'TBackward0'));
  if (!args.has('bias')) return product;
  const sum = arithmetic(context, '+', product, args.tensor('bias'));
  return named(sum, input.dimCount === 2 ? 'AddmmBackward0' : 'ViewBackward0');
}

/** Products of matrices and vectors. */
export const matrixOperations: readonly Operation[] = [
  operation(
    'matmul',
    'torch method',
    'input, other',
    { does: 'matmul', left: 'input', right: 'other', rank: null },
    matmulOf,
  ),
  operation(
    'bmm',
    'torch method',
    'input, mat2',
    { does: 'matmul', left: 'input', right: 'mat2', rank: 3 },
    (context, args) => {
      const [input, other] = [args.tensor('input'), args.tensor('mat2')];
      if (input.dimCount !== 3) throw runtimeError('batch1 must be a 3D tensor');
      if (other.dimCount !== 3) throw runtimeError('batch2 must be a 3D tensor');
      return named(matmul(context, input, other), 'BmmBackward0');
    },
  ),
  ...(['mm', 'spmm'] as const).map((name) =>
    operation(
      name,
      name === 'mm' ? 'torch method' : 'torch',
      'input, mat2',
      { does: 'matmul', left: 'input', right: 'mat2', rank: 2 },
      (context, args) => mm(context, args.tensor('input'), args.tensor('mat2')),
    ),
  ),
  operation(
    'mm',
    'sparse',
    'mat1, mat2',
    { does: 'matmul', left: 'mat1', right: 'mat2', rank: 2 },
    (context, args) => mm(context, args.tensor('mat1'), args.tensor('mat2')),
  ),
  operation('mv', 'torch method', 'input, vec', { does: 'matmul', left: 'input', right: 'vec', rank: 1 }, mv),
  operation(
    'addmm',
    'torch method',
    'input, mat1, mat2, *, beta=, alpha=',
    { does: 'matmul', left: 'mat1', right: 'mat2', rank: 2 },
    addmm,
  ),
  operation('linear', 'F', 'input, weight, bias=', { does: 'scores', by: 'linear' }, linear),
  ...(['dot', 'matmul'] as const).map((name) =>
    operation(
      name,
      'numpy',
      'input, other',
      { does: 'matmul', left: 'input', right: 'other', rank: null },
      matmulOf,
    ),
  ),
  operation(
    'dot',
    'torch method',
    'input, tensor',
    { does: 'matmul', left: 'input', right: 'tensor', rank: 0 },
    (context, args) => {
      const [input, other] = [args.tensor('input'), args.tensor('tensor')];
      if (input.dimCount !== 1 || other.dimCount !== 1) {
        throw runtimeError(`1D tensors expected, but got ${input.dimCount}D and ${other.dimCount}D tensors`);
      }
      return matmul(context, input, other);
    },
  ),
];
