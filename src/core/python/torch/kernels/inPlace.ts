import * as l10n from '../../../l10n';
import { castTensor } from '../../../tensor/castTensor';
import { isFloatingPoint } from '../../../tensor/dtype';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { isSameShape } from '../../../tensor/shape';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { Value } from '../../values/values';
import type { TorchContext } from '../tensor/torchContext';
import { positionsOf, TorchTensor, writeAt } from '../tensor/torchTensor';
import { checkOverlap } from './overlap';
import { checkWritable, isViewOfLeaf, viewOfLeafError } from './writable';

/** Operations whose derivative needs their result, which must then not be written over. */
const savesResult =
  /^(Exp|Expm1|Sqrt|Rsqrt|Sigmoid|Tanh|Softmax|LogSoftmax|Relu|Reciprocal|Logsumexp|Std|Prod)Backward/;

/**
 * `tensor += …`, `tensor.mul_(…)`: writes what `compute` makes of the old value into the tensor's memory. The tensor
 * takes the result's place in the graph. `sources` are what it is computed from besides itself.
 */
export function updateInPlace(
  context: TorchContext,
  tensor: TorchTensor,
  compute: (old: TorchTensor) => Value,
  sources: readonly Value[] = [],
): TorchTensor {
  checkOverlap(tensor, sources, false);
  const isFollowed = context.isGradEnabled && tensor.node !== null;
  if (!isFollowed) checkWritable(context, tensor);
  else if (tensor.memory.isShared && isViewOfLeaf(tensor) && !/^(Unbind|Split)/.test(tensor.node?.name ?? ''))
    throw viewOfLeafError();
  else if (tensor.memory.isShared)
    throw new NotEvaluated(l10n.t('writing into a view that autograd follows'));
  const result = compute(isFollowed ? asBefore(tensor) : tensor);
  if (!(result instanceof TorchTensor)) throw new NotEvaluated(l10n.t('this assignment'));
  checkFits(tensor, result);
  if (isFollowed && savesResult.test(tensor.node?.name ?? '')) {
    throw new NotEvaluated(l10n.t('writing over what autograd has saved'));
  }
  const { data } = castTensor(result.dense(), tensor.dtype);
  const positions = positionsOf(tensor.view);
  if (new Set(positions).size < positions.length) {
    throw runtimeError(
      'unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.',
    );
  }
  const values = data.slice();
  writeAt(tensor.memory, positions, values);
  if (result.requiresGrad) {
    if (tensor.memory.isShared) throw new NotEvaluated(l10n.t('writing what autograd follows into a view'));
    tensor.requiresGrad = true;
    tensor.node = result.node && { ...result.node, name: namedInPlace(result.node.name), tensor };
  }
  return tensor;
}

/** Some operations have a derivative of their own in place. */
function namedInPlace(gradFn: string): string {
  return gradFn.replace(/^(LeakyRelu|Elu|Celu)Backward0$/, '$1Backward1');
}

/** The tensor as it was, for the graph: its memory is about to change. */
function asBefore(tensor: TorchTensor): TorchTensor {
  const old = new TorchTensor(tensor.memory.copy(), tensor.view, tensor.dtype, tensor.library);
  old.requiresGrad = tensor.requiresGrad;
  old.node = tensor.node;
  return old;
}

function checkFits(tensor: TorchTensor, result: TorchTensor): void {
  if (!isSameShape(result.shape, tensor.shape)) {
    throw runtimeError(
      `output with shape [${tensor.shape.join(', ')}] doesn't match the broadcast shape [${result.shape.join(', ')}]`,
    );
  }
  if (!isFloatingPoint(result.dtype) || isFloatingPoint(tensor.dtype)) return;
  if (tensor.library === 'numpy')
    throw new NotEvaluated(l10n.t('this assignment into an array of whole numbers'));
  throw runtimeError(
    `result type ${scalarTypeName(result.dtype)} can't be cast to the desired output type ${scalarTypeName(tensor.dtype)}`,
  );
}
