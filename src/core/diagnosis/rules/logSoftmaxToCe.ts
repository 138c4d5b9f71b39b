import { classDimOf } from '../../tensor/shape';
import type { Rule } from '../rule';
import { isGivenTo, nameOfInput } from './isGivenTo';

/** CrossEntropyLoss gets log-probabilities: its own log_softmax leaves them as they are. */
export const logSoftmaxToCe: Rule = (context) => {
  const { input } = context;
  const { kind, dim, evidence } = input.description;
  const isNormalised = kind === 'log-probabilities' && dim === classDimOf(input.tensor.shape);
  if (!isGivenTo('CrossEntropyLoss', context) || !isNormalised) return [];
  return [
    {
      code: 'ce-log-softmax',
      severity: 'hint',
      message: `${nameOfInput(context)} is log-probabilities already; CrossEntropyLoss applies log_softmax again, which changes nothing.`,
      evidence,
      consequence: 'Same value and same gradient, one pass more.',
      fix: 'Use NLLLoss on log-probabilities, or give CrossEntropyLoss the logits.',
      fixCode: null,
      from: input.from,
      to: input.to,
    },
  ];
};
