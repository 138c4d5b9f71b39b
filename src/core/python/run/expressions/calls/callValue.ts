import * as l10n from '../../../../l10n';
import { isFloatingPoint } from '../../../../tensor/dtype';
import type { TorchContext } from '../../../torch/tensor/torchContext';
import { TorchTensor } from '../../../torch/tensor/torchTensor';
import { GradModeValue } from '../../../values/contexts';
import { PyClass, PyInstance } from '../../../values/objects';
import { NotEvaluated, typeError } from '../../../values/pythonError';
import {
  type Args,
  Callable,
  DTypeValue,
  isNumber,
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
  if (callee instanceof DTypeValue && callee.library === 'numpy') return numpyScalar(callee, args);
  throw typeError(`'${typeNameOf(callee)}' object is not callable`);
}

/** `np.float32(0.5)`, `np.int64(3)` */
function numpyScalar({ dtype }: DTypeValue, { positional, named }: Args): Value {
  const [value] = positional;
  const isPlain = positional.length === 1 && named.size === 0 && isNumber(value);
  if (!isPlain) throw new NotEvaluated(`numpy.${dtype}(…)`);
  const isWhole = Number.isSafeInteger(Number(value));
  const isFitting =
    isFloatingPoint(dtype) || dtype === 'int64' || (dtype === 'int32' && Math.abs(Number(value)) < 2 ** 31);
  if (!isFitting || (!isFloatingPoint(dtype) && !isWhole)) throw new NotEvaluated(`numpy.${dtype}(…)`);
  return TorchTensor.of({ data: Float64Array.of(Number(value)), shape: [], dtype }, 'numpy');
}

/** `torch.no_grad()(function)` */
function decorated(context: TorchContext, mode: GradModeValue, { positional: [callee] }: Args): Value {
  if (!(callee instanceof Callable) || mode.before !== null) throw new NotEvaluated(l10n.t('this decorator'));
  return inGradMode(context, mode, callee);
}

function isGradModeClass({ path }: Callable): boolean {
  return path === 'torch.no_grad' || path === 'torch.enable_grad' || path === 'torch.inference_mode';
}
