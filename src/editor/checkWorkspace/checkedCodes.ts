import type { FindingCode } from '../../core';

/** Codes of what a check of code can find; the setting `lossLens.severity` has a key for each. */
export const checkedCodes = [
  'nll-not-log-probs',
  'ce-double-softmax',
  'ce-log-softmax',
  'ce-decisions',
  'kl-not-log-probs',
  'bce-logits-sigmoid',
  'ctc-not-log-probs',
  'loss-double-shift',
  'loss-no-shift',
  'mean-of-micro-batches',
  'unstable-log-softmax',
  'softmax-dim',
  'float-class-indices',
  'integer-input',
  'one-hot-target',
  'no-grad-to-backward',
  'loss-constructor-call',
] as const satisfies readonly FindingCode[];
