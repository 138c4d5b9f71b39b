import * as l10n from '../../../l10n';
import { NotEvaluated } from '../../values/pythonError';
import {
  Callable,
  DeviceValue,
  DTypeValue,
  GradFnValue,
  PyTuple,
  TorchSize,
  type Value,
} from '../../values/values';
import { detached } from '../kernels/casts';
import { reversed } from '../operations/shapeOperations';
import { Signature } from '../signature';
import { backward } from '../tensor/backward';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** Told which tensors got their gradients. */
export type BackwardListener = (reached: readonly TorchTensor[]) => void;

const backwardSignature = new Signature('backward', 'gradient=, retain_graph=, create_graph=', 'python');

/** `tensor.backward()`, whose listener is the run's. */
export function backwardOf(tensor: TorchTensor, listener: BackwardListener): Callable {
  return new Callable('backward', (args) => {
    const bound = backwardSignature.bind(args);
    const isDouble = bound.bool('create_graph', false);
    if (isDouble) throw new NotEvaluated('backward(create_graph=True)');
    const gradient = bound.has('gradient') ? bound.tensor('gradient') : null;
    listener(backward(tensor, { gradient, retainGraph: bound.bool('retain_graph', false) }));
    return null;
  });
}

/** An attribute that is no method; undefined when there is none. */
export function propertyOf(context: TorchContext, tensor: TorchTensor, name: string): Value | undefined {
  switch (name) {
    case 'shape':
      return tensor.library === 'torch' ? TorchSize.of(tensor.shape) : new PyTuple(tensor.shape.map(BigInt));
    case 'dtype':
      return new DTypeValue(tensor.dtype, tensor.library);
    case 'ndim':
      return BigInt(tensor.dimCount);
    case 'T':
      return reversed(context, tensor);
    case 'size':
      return tensor.library === 'numpy' ? BigInt(tensor.numel) : undefined;
    default:
      return tensor.library === 'torch' ? gradProperty(context, tensor, name) : undefined;
  }
}

function gradProperty(context: TorchContext, tensor: TorchTensor, name: string): Value | undefined {
  switch (name) {
    case 'mT': {
      if (tensor.dimCount !== 2) throw new NotEvaluated(l10n.t('.mT of this'));
      return reversed(context, tensor);
    }
    case 'requires_grad':
      return tensor.requiresGrad;
    case 'grad':
      if (!context.areGradsKnown || tensor.isGradUnknown)
        throw new NotEvaluated(l10n.t('.grad after a backward() that was not evaluated'));
      return tensor.grad;
    case 'is_leaf':
      return tensor.node === null;
    case 'grad_fn':
      return tensor.node && new GradFnValue(tensor.node.name);
    case 'data':
      return detached(tensor);
    case 'device':
      return new DeviceValue();
    case 'is_cuda':
      return false;
    default:
      return undefined;
  }
}
