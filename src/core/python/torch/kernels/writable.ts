import * as l10n from '../../../l10n';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** What was made for inference is only changed there; only its `.data` as a whole may be changed elsewhere. */
export function checkNotInference(context: TorchContext, { memory }: TorchTensor): void {
  if (!memory.isInference || context.isInference) return;
  throw runtimeError(
    'Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.',
  );
}

/** True for a view that autograd follows to a tensor that is no result. */
export function isViewOfLeaf({ requiresGrad, isDetached, base }: TorchTensor): boolean {
  return requiresGrad && !isDetached && base?.requiresGrad === true && base.node === null;
}

export function viewOfLeafError(): Error {
  return runtimeError('a view of a leaf Variable that requires grad is being used in an in-place operation.');
}

/** Writing into what autograd follows is refused by PyTorch for leaves, and not followed here for views. */
export function checkWritable(context: TorchContext, tensor: TorchTensor): void {
  if (!tensor.isDetached && tensor.library === 'torch') checkNotInference(context, tensor);
  if (!context.isGradEnabled) return;
  const isLeaf = tensor.requiresGrad && tensor.node === null;
  if (isViewOfLeaf(tensor) || (isLeaf && tensor.base !== null && !tensor.isDetached)) throw viewOfLeafError();
  if (isLeaf) {
    throw runtimeError('a leaf Variable that requires grad is being used in an in-place operation.');
  }
  if (tensor.requiresGrad) throw new NotEvaluated(l10n.t('writing into a tensor that has a grad_fn'));
}
