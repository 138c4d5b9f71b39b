import * as l10n from '../../../../l10n';
import type { Single } from '../../values/value';
import { otherLoss, removal } from '../activationEdits';
import type { CodeFix } from '../codeFinding';
import { fix } from '../edits';
import type { InputContext, InputRule } from '../rule';

/** CrossEntropyLoss on log-probabilities: right, and one step too many. */
export const ceLogSoftmax: InputRule = {
  loss: 'CrossEntropyLoss',
  judge: (_use, { kind }) =>
    kind === 'logProbs'
      ? {
          code: 'ce-log-softmax',
          severity: 'hint',
          message: l10n.t(
            'CrossEntropyLoss gets log-probabilities: its own log_softmax leaves them as they are. The value is right, log_softmax is redundant.',
          ),
        }
      : null,
  fixes,
};

function fixes({ use, tensor, targets, textOf }: InputContext): readonly CodeFix[] {
  const other = use.hasOwnOption || targets.some(isFloat) ? null : otherLoss(use);
  const title = other && l10n.t('Use {0}, which takes log-probabilities', other.name);
  return [
    ...(title ? fix(title, [other.edit], targets.some(isIndices)) : []),
    ...fix(l10n.t('Remove log_softmax'), [removal(tensor, textOf)]),
  ];
}

function isFloat(target: Single): boolean {
  return target.type === 'tensor' && target.dtype === 'float';
}

function isIndices(target: Single): boolean {
  return target.type === 'tensor' && target.kind === 'indices';
}
