import type { Kind } from './description';

/** What the autograd node that made a tensor says of its values. Older prints lack the trailing 0. */
const kindOfNode: Readonly<Record<string, Kind>> = {
  SoftmaxBackward: 'probabilities',
  LogSoftmaxBackward: 'log-probabilities',
  SigmoidBackward: 'unnormalised-probabilities',
  LogSigmoidBackward: 'unnormalised-negatives',
  AddmmBackward: 'logits',
  AddBmmBackward: 'logits',
  MmBackward: 'logits',
  LinearBackward: 'logits',
  ConvolutionBackward: 'logits',
};

/** The kind that `grad_fn=<…>` of a printed tensor settles, or null when it leaves it open. */
export function kindOfGradFn(gradFn: string | null): Kind | null {
  if (gradFn === null) return null;
  return kindOfNode[gradFn.replace(/(\D)\d+$/, '$1')] ?? null;
}
