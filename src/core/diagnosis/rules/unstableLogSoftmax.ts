import * as l10n from '../../l10n';
import { softmaxDimOf } from '../../text/literalOperation';
import type { Rule } from '../rule';

/** `log(softmax(x))`: equal to log_softmax until a probability underflows to 0. */
export const unstableLogSoftmax: Rule = ({ input, inputOperations }) => {
  const at = inputOperations.findIndex(
    ({ name }, i) => name === 'log' && inputOperations[i - 1]?.name === 'softmax',
  );
  if (at < 0) return [];
  const { from, to } = inputOperations[at];
  const dim = softmaxDimOf(inputOperations[at - 1], input.tensor.shape);
  const hasUnderflow = input.tensor.data.includes(Number.NEGATIVE_INFINITY);
  return [
    {
      code: 'unstable-log-softmax',
      severity: 'information',
      message: l10n.t('log(softmax(x)) loses small probabilities: use log_softmax.'),
      evidence: [],
      consequence: hasUnderflow
        ? l10n.t('Here a probability is 0 already, so its logarithm is -inf.')
        : l10n.t(
            'No difference on these numbers; with logits about 104 apart, a float32 probability is 0 and its logarithm -inf.',
          ),
      fix: l10n.t('Replace both by log_softmax, which never forms the probability.'),
      fixCode: `F.log_softmax(x, dim=${dim})`,
      from,
      to,
    },
  ];
};
