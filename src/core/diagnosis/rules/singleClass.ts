import * as l10n from '../../l10n';
import { classDimOf } from '../../tensor/shape';
import type { Rule } from '../rule';

/** One class only: softmax of a single value is 1, so nothing is ever learned. */
export const singleClass: Rule = ({ input }) => {
  const { shape } = input.tensor;
  if (shape[classDimOf(shape)] !== 1 || input.tensor.data.length === 0) return [];
  return [
    {
      code: 'single-class',
      severity: 'warning',
      message: l10n.t('There is only one class, so CrossEntropyLoss is always 0.'),
      evidence: [{ row: null, quantity: 'C', value: '1', limit: '≥ 2', isMet: false, says: '' }],
      consequence: l10n.t('The gradient is 0 too: a model with a single logit does not train.'),
      fix: l10n.t(
        'For two classes from one logit use BCEWithLogitsLoss; else let the model give one logit per class.',
      ),
      fixCode: 'F.binary_cross_entropy_with_logits(logits.squeeze(1), target.float())',
      from: input.from,
      to: input.to,
    },
  ];
};
