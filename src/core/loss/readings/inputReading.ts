import type { Tensor } from '../../tensor/tensor';
import { logSoftmax, softmax } from '../logSoftmax';

/** What the numbers of an input can be said to be, and the forms in which scores are handed to a loss. */
export const inputReadings = ['logits', 'log-probabilities', 'probabilities'] as const;

export type InputReading = (typeof inputReadings)[number];

/**
 * The logits that an input stands for: the numbers themselves for logits and log-probabilities (which are logits too:
 * softmax takes them back), their logarithm for probabilities (-inf for 0, NaN below 0). Shape and dtype of the input.
 */
export function logitsOf(input: Tensor, reading: InputReading): Tensor {
  return reading === 'probabilities' ? { ...input, data: input.data.map(Math.log) } : input;
}

/** Logits in the form that is handed to a loss: as they are, `log_softmax` or `softmax` along the class dimension. */
export function toForm(logits: Tensor, form: InputReading): Tensor {
  if (form === 'logits') return logits;
  return form === 'log-probabilities' ? logSoftmax(logits) : softmax(logits);
}
