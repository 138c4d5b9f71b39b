import * as l10n from '../../l10n';
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
      message: l10n.t(
        '{0} is log-probabilities already; CrossEntropyLoss applies log_softmax again, which changes nothing.',
        nameOfInput(context),
      ),
      evidence,
      consequence: l10n.t('Same value and same gradient, one pass more.'),
      fix: l10n.t('Use NLLLoss on log-probabilities, or give CrossEntropyLoss the logits.'),
      fixCode: null,
      from: input.from,
      to: input.to,
    },
  ];
};
