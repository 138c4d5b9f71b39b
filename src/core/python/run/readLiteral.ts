import type { TextRange } from '../../textRange';
import { TorchTensor } from '../torch/tensor/torchTensor';
import type { WrittenList } from './literalLists';

/** A tensor that a text is read as, whatever Python says of the call that it stands in. */
export interface ReadLiteral extends TextRange, WrittenList {
  readonly requiresGrad: boolean;
}

/** `torch.FloatTensor([…], requires_grad=True)`: Python refuses it, but it is clear what it should hold. */
export function tensorRead(
  literals: readonly ReadLiteral[],
  { from, to }: TextRange,
): TorchTensor | undefined {
  const literal = literals.find((one) => one.from === from && one.to === to);
  if (!literal) return undefined;
  const tensor = TorchTensor.of(literal.tensor);
  tensor.requiresGrad = literal.requiresGrad;
  return tensor;
}
