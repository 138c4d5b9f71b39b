import type { TorchContext } from './torchContext';

/** As in a block of `torch.no_grad()`. */
export function withoutGrad<T>(context: TorchContext, run: () => T): T {
  const before = context.isGradEnabled;
  context.isGradEnabled = false;
  try {
    return run();
  } finally {
    context.isGradEnabled = before;
  }
}
