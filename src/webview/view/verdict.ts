import type { Kind } from '../../core';

export type LossKey = 'crossEntropyLoss' | 'nllLoss';

/** How well an input suits a loss; `harmless` is unneeded but changes nothing. */
export type Verdict = 'right' | 'harmless' | 'doubtful' | 'wrong';

/** What each loss expects of its input, in the words of `kindLabels`. */
export const expectedKind: Readonly<Record<LossKey, Kind>> = {
  crossEntropyLoss: 'logits',
  nllLoss: 'log-probabilities',
};

/** Any real numbers can be logits, so CrossEntropyLoss has few inputs that are wrong for certain. */
const crossEntropyVerdicts: Readonly<Record<Kind, Verdict>> = {
  logits: 'right',
  'log-probabilities': 'harmless',
  'unnormalised-negatives': 'right',
  probabilities: 'wrong',
  'one-hot': 'wrong',
  'negated-log-probabilities': 'wrong',
  'log2-probabilities': 'doubtful',
  'log10-probabilities': 'doubtful',
  'unnormalised-probabilities': 'doubtful',
  'class-indices': 'doubtful',
  'class-weights': 'doubtful',
  'not-finite': 'doubtful',
  empty: 'doubtful',
};

export function verdictOf(loss: LossKey, kind: Kind): Verdict {
  if (loss === 'crossEntropyLoss') return crossEntropyVerdicts[kind];
  if (kind === 'log-probabilities') return 'right';
  return kind === 'not-finite' || kind === 'empty' ? 'doubtful' : 'wrong';
}
