import type { InputReading, Kind } from '../../core';

/** What an input is taken for by what its values look like; whatever is no kind of probability can be logits. */
const readings: Readonly<Record<Kind, InputReading>> = {
  logits: 'logits',
  'unnormalised-negatives': 'logits',
  'class-indices': 'logits',
  'class-weights': 'logits',
  'not-finite': 'logits',
  empty: 'logits',
  'unnormalised-probabilities': 'logits',
  'negated-log-probabilities': 'logits',
  'log-probabilities': 'log-probabilities',
  'log2-probabilities': 'logits',
  'log10-probabilities': 'logits',
  probabilities: 'probabilities',
  'one-hot': 'probabilities',
};

export function inferredReading(kind: Kind): InputReading {
  return readings[kind];
}
