import * as l10n from '../../../l10n';
import { isSameShape } from '../../../tensor/shape';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { Args, Value } from '../../values/values';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { updateInPlace } from './inPlace';

/** The functions that others are names of, and what PyTorch calls those that are put together. */
const namesInErrors: ReadonlyMap<string, string> = new Map([
  ['subtract', 'sub'],
  ['multiply', 'mul'],
  ['divide', 'div'],
  ['clip', 'clamp'],
  ['softmax', 'aten::softmax'],
  ['log_softmax', 'aten::log_softmax'],
]);

/** `torch.exp(x, out=y)`: what the function gives is written into `y`, outside of the graph. */
export function withOut(context: TorchContext, name: string, args: Args, run: (args: Args) => Value): Value {
  const out = args.named.get('out') ?? null;
  if (out === null) return run(args);
  if (!(out instanceof TorchTensor)) throw new NotEvaluated(l10n.t('{0}(…) with {1}=', name, 'out'));
  const named = new Map([...args.named].filter(([key]) => key !== 'out'));
  const result = run({ positional: args.positional, named });
  if (context.isGradEnabled && result instanceof TorchTensor && result.requiresGrad) {
    if (/softmax$/.test(name)) throw new NotEvaluated(l10n.t('{0}(…) with {1}=', name, 'out'));
    throw runtimeError(
      `${namesInErrors.get(name) ?? name}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
  }
  // Others are cast or resized by rules of their own.
  const fits =
    result instanceof TorchTensor && result.dtype === out.dtype && isSameShape(result.shape, out.shape);
  if (!fits) throw new NotEvaluated(l10n.t('{0}(…) with {1}=', name, 'out'));
  return updateInPlace(context, out, () => result, args.positional);
}
