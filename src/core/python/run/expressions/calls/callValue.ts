import * as l10n from '../../../../l10n';
import type { TorchContext } from '../../../torch/tensor/torchContext';
import { GradModeValue } from '../../../values/contexts';
import { PyClass, PyInstance } from '../../../values/objects';
import { NotEvaluated, typeError } from '../../../values/pythonError';
import {
  type Args,
  Callable,
  DTypeValue,
  ModuleInstance,
  ModuleValue,
  typeNameOf,
  type Value,
} from '../../../values/values';
import { inGradMode } from '../../gradMode';
import { callInstance, instantiate } from '../../statements/classes';

/** What calling a value gives. */
export function callValue(context: TorchContext, callee: Value, args: Args): Value {
  if (callee instanceof PyClass) return instantiate(callee, args);
  if (callee instanceof PyInstance) return callInstance(callee, args);
  if (callee instanceof GradModeValue) return decorated(context, callee, args);
  // `@torch.no_grad` without brackets.
  if (callee instanceof Callable && isGradModeClass(callee) && args.positional[0] instanceof Callable)
    return callValue(context, callee.call({ positional: [], named: new Map() }), args);
  if (callee instanceof Callable || callee instanceof ModuleInstance) return callee.call(args);
  if (callee instanceof ModuleValue) throw new NotEvaluated(`${callee.path}(…)`);
  if (callee instanceof DTypeValue && callee.library === 'numpy')
    throw new NotEvaluated(`numpy.${callee.dtype}(…)`);
  throw typeError(`'${typeNameOf(callee)}' object is not callable`);
}

/** `torch.no_grad()(function)` */
function decorated(context: TorchContext, mode: GradModeValue, { positional: [callee] }: Args): Value {
  if (!(callee instanceof Callable) || mode.before !== null) throw new NotEvaluated(l10n.t('this decorator'));
  return inGradMode(context, mode, callee);
}

function isGradModeClass({ path }: Callable): boolean {
  return path === 'torch.no_grad' || path === 'torch.enable_grad' || path === 'torch.inference_mode';
}
