import type { TextRange } from '../textRange';
import type { Mending } from './mending';

/** Every code has a section of the same name in docs/findings.md. */
export const findingCodes = [
  'nll-not-log-probs',
  'ce-double-softmax',
  'ce-log-softmax',
  'ce-decisions',
  'unstable-log-softmax',
  'softmax-dim',
  'float-class-indices',
  'one-hot-target',
  'kl-not-log-probs',
  'bce-logits-sigmoid',
  'ctc-not-log-probs',
  'loss-double-shift',
  'loss-no-shift',
  'mean-of-micro-batches',
  'target-out-of-range',
  'target-shape',
  'integer-input',
  'all-targets-ignored',
  'ignored-class-in-softmax',
  'single-class',
  'infinite-or-nan',
  'float-tensor-requires-grad',
  'no-grad-to-backward',
  'loss-constructor-call',
  'torch-error',
] as const;

export type FindingCode = (typeof findingCodes)[number];

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One measurement that a finding or a verdict rests on. `row` counts from 0; null for the whole tensor. */
export interface Evidence {
  readonly row: number | null;
  /** What was measured, in Unicode mathematics: `Σ exp(x)`, `Σ x`, `max x`. */
  readonly quantity: string;
  /** The measured value, as text rounded for reading. */
  readonly value: string;
  /** What it was held against: `1 ± 0.0151`, `≤ 0`. */
  readonly limit: string;
  /** True where the value keeps to the limit. */
  readonly isMet: boolean;
  /** What it is evidence of: `Looks like probabilities because`; '' where the finding says it already. */
  readonly says: string;
}

/** Something about legal or illegal numbers that the user should know, with what to do about it. */
export interface Finding extends TextRange {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One line. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  /** What it does to the loss or the training, in numbers where there are some; '' when there is nothing to add. */
  readonly consequence: string;
  /** What to do, one sentence; '' when nothing can be done. */
  readonly fix: string;
  /** PyTorch code of the fix, when there is some. */
  readonly fixCode: string | null;
  /** What does the same to the numbers; absent where they do not hold what is meant. */
  readonly mending?: Mending;
}
