import * as l10n from '../../l10n';
import { classDimOf } from '../../tensor/shape';
import type { Rule } from '../rule';

/** Every target is left out: 'mean' divides by zero. */
export const allTargetsIgnored: Rule = ({ target, options, crossEntropyLoss }) => {
  const { data } = target.tensor;
  const isIgnored = data.length > 0 && data.every((x) => x === options.ignoreIndex);
  if (!isIgnored || crossEntropyLoss.error) return [];
  const isMean = options.reduction === 'mean';
  return [
    {
      code: 'all-targets-ignored',
      severity: 'warning',
      message: isMean
        ? l10n.t('Every target is ignore_index ({0}), so the mean is 0/0 = nan.', options.ignoreIndex)
        : l10n.t('Every target is ignore_index ({0}).', options.ignoreIndex),
      evidence: [
        {
          row: null,
          quantity: l10n.t('targets that count'),
          value: '0',
          limit: '≥ 1',
          isMet: false,
          says: '',
        },
      ],
      consequence: isMean
        ? l10n.t('The loss is nan although the gradient is 0.')
        : l10n.t('The loss and its gradient are 0.'),
      fix: l10n.t(
        "Skip such a batch, or use reduction='sum' and divide by the number of targets that count, at least 1.",
      ),
      fixCode:
        "loss = F.cross_entropy(logits, target, reduction='sum') / (target != ignore_index).sum().clamp(min=1)",
      from: target.from,
      to: target.to,
    },
  ];
};

/** `ignore_index` names a class: its targets are left out, but its logit still counts in every softmax. */
export const ignoredClassInSoftmax: Rule = ({ input, target, options }) => {
  const numClasses = input.tensor.shape[classDimOf(input.tensor.shape)] ?? 1;
  const { ignoreIndex } = options;
  if (ignoreIndex < 0 || ignoreIndex >= numClasses || !target.tensor.data.includes(ignoreIndex)) return [];
  return [
    {
      code: 'ignored-class-in-softmax',
      severity: 'information',
      message: l10n.t(
        'ignore_index={0} leaves out the samples of class {0}, not the class itself.',
        ignoreIndex,
      ),
      evidence: [],
      consequence: l10n.t('The logit of class {0} stays in the softmax of every other sample.', ignoreIndex),
      fix: l10n.t('If the class should play no part, set its logit to -inf or leave it out.'),
      fixCode: null,
      from: target.from,
      to: target.to,
    },
  ];
};
