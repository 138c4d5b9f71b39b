import * as l10n from '../../../../l10n';
import type { CheckedLossName } from '../../../torch/checkedLosses';
import { removed } from '../activationEdits';
import { fix } from '../edits';
import type { InputRule } from '../rule';

/** `log_softmax` of probabilities, which is what CrossEntropyLoss on probabilities computes. */
function ofLoss(loss: CheckedLossName): InputRule {
  return {
    loss,
    judge: (_use, input) =>
      input.kind === 'logProbs' && input.ofProbs
        ? {
            code: 'ce-double-softmax',
            severity: 'warning',
            message: l10n.t(
              '{0} gets log_softmax of probabilities: softmax is applied twice, so no class can be more than e = 2.72 times as probable as another, and the gradient fades.',
              loss,
            ),
          }
        : null,
    fixes: ({ tensor, textOf }) =>
      tensor.kind === 'logProbs' && tensor.ofProbs?.isExact
        ? fix(l10n.t('Remove the softmax before log_softmax'), [removed(tensor.ofProbs.activation, textOf)])
        : [],
  };
}

export const logSoftmaxOfProbs: readonly InputRule[] = [
  ofLoss('NLLLoss'),
  ofLoss('CrossEntropyLoss'),
  ofLoss('KLDivLoss'),
];
