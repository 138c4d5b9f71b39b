import type { TorchContext } from '../torch/tensor/torchContext';
import type { GradModeValue } from '../values/contexts';
import { Callable } from '../values/values';

/** `@torch.no_grad()` on a function: a function that runs in that mode. */
export function inGradMode(context: TorchContext, mode: GradModeValue, callee: Callable): Callable {
  const made = new Callable(
    callee.name,
    (args) => withGradMode(context, mode, () => callee.call(args)),
    'function',
  );
  made.code = callee.code;
  return made;
}

function withGradMode<T>(context: TorchContext, mode: GradModeValue, run: () => T): T {
  const before = mode.before ?? context.isGradEnabled;
  const wasInference = context.isInference;
  context.isGradEnabled = mode.isEnabled;
  context.isInference = mode.isInference ?? wasInference;
  try {
    return run();
  } finally {
    context.isGradEnabled = before;
    context.isInference = wasInference;
  }
}
