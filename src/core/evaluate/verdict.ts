import { type Kind, kindLabels } from '../diagnosis/description';
import type { EvaluatedTensor } from '../diagnosis/evaluatedPair';
import * as l10n from '../l10n';
import type { LossKey } from '../loss/lossKeys';
import { classDimOf } from '../tensor/shape';
import type { Evaluation } from './evaluation';

/** How well an input suits a loss; `harmless` is unneeded but changes nothing. */
export type Verdict = 'right' | 'harmless' | 'doubtful' | 'wrong';

/** Any real numbers can be logits, so CrossEntropyLoss has few inputs that are wrong for certain. */
const crossEntropyVerdicts: Readonly<Record<Kind, Verdict>> = {
  logits: 'right',
  'log-probabilities': 'harmless',
  'unnormalised-negatives': 'right',
  probabilities: 'wrong',
  'one-hot': 'wrong',
  'negated-log-probabilities': 'doubtful',
  'log2-probabilities': 'doubtful',
  'log10-probabilities': 'doubtful',
  'unnormalised-probabilities': 'doubtful',
  'class-indices': 'doubtful',
  'class-weights': 'doubtful',
  'not-finite': 'doubtful',
  empty: 'doubtful',
};

/** The verdict on the input of a loss; what is normalised along another axis than the classes is wrong. */
export function verdictOf(loss: LossKey, input: EvaluatedTensor): Verdict {
  const { kind } = input.description;
  if (isOffAxis(input)) return 'wrong';
  if (loss === 'crossEntropyLoss') return crossEntropyVerdicts[kind];
  if (kind === 'log-probabilities') return 'right';
  return kind === 'not-finite' || kind === 'empty' ? 'doubtful' : 'wrong';
}

/** True where the numbers are those before something that is not evaluated: what the call gets is not known. */
export function isBeforeCall({ notTheCalls }: Evaluation): boolean {
  return (notTheCalls?.before ?? null) !== null;
}

/** The verdict that is shown of an evaluation. */
export function verdictIn(loss: LossKey, input: EvaluatedTensor, evaluation: Evaluation): Verdict {
  return isBeforeCall(evaluation) ? 'doubtful' : verdictOf(loss, input);
}

/** What the input looks like, with its axis where that is not the classes'. */
export function kindOfInput(input: EvaluatedTensor): string {
  const { kind, dim } = input.description;
  return isOffAxis(input) ? l10n.t('{0} along dim {1}', kindLabels[kind], dim) : kindLabels[kind];
}

function isOffAxis({ description, tensor }: EvaluatedTensor): boolean {
  return description.dim !== classDimOf(tensor.shape);
}
