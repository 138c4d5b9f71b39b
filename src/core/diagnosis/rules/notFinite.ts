import * as l10n from '../../l10n';
import type { Rule } from '../rule';

/** The input, or the loss because of it, is inf or nan. */
export const notFinite: Rule = ({ input, options, crossEntropyLoss }) => {
  if (input.description.kind === 'not-finite') {
    return [
      {
        code: 'infinite-or-nan',
        severity: 'warning',
        message: l10n.t('A row holds nan, +inf or nothing but −inf, so its softmax is nan.'),
        evidence: input.description.evidence,
        consequence: l10n.t('The loss and the gradient of the row are nan, and with them the whole mean.'),
        fix: l10n.t(
          'Look for an overflow or a division by zero before the loss; mask classes with −inf only beside finite ones.',
        ),
        fixCode: null,
        from: input.from,
        to: input.to,
      },
    ];
  }
  const values = crossEntropyLoss.perSample?.data ?? new Float64Array();
  const row = values.findIndex((x) => !Number.isFinite(x));
  if (row < 0) return [];
  const shown = Number.isNaN(values[row]) ? 'nan' : 'inf';
  const isSmoothed = options.labelSmoothing > 0;
  return [
    {
      code: 'infinite-or-nan',
      severity: 'warning',
      message: l10n.t(
        'CrossEntropyLoss of sample {0} is {1}: a class with logit −inf has weight in its target.',
        row,
        shown,
      ),
      evidence: [
        { row, quantity: l10n.t('loss'), value: shown, limit: l10n.t('finite'), isMet: false, says: '' },
      ],
      consequence: isSmoothed
        ? l10n.t('label_smoothing gives every class some weight, a masked one too.')
        : l10n.t('The target asks for a class to which the input gives probability 0.'),
      fix: isSmoothed
        ? l10n.t('Do not smooth masked classes, or mask with a large negative number.')
        : l10n.t('Check the mask or the target.'),
      fixCode: null,
      from: input.from,
      to: input.to,
    },
  ];
};
