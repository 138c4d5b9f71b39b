import type { TorchTensor } from './torchTensor';

/** The result with its node under the name that PyTorch gives it, for what is composed here of other operations. */
export function named<T extends TorchTensor>(result: T, gradFn: string): T {
  if (result.node) result.node = { ...result.node, name: gradFn };
  return result;
}
