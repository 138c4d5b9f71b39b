import * as l10n from '../../../../l10n';
import { edit, fix } from '../edits';
import type { InputRule } from '../rule';

/** CrossEntropyLoss on what a model decided instead of how it scored. */
export const ceDecisions: InputRule = {
  loss: 'CrossEntropyLoss',
  judge: (_use, { kind }) =>
    kind === 'decisions'
      ? {
          code: 'ce-decisions',
          severity: 'warning',
          message: l10n.t(
            'CrossEntropyLoss expects logits but gets the result of a comparison, 0 or 1 for each: no gradient comes through it, so nothing is learned.',
          ),
        }
      : null,
  fixes: ({ tensor, textOf }) => {
    const by = tensor.kind === 'decisions' && tensor.by.isOfScores ? tensor.by : null;
    if (!by?.operand) return [];
    return fix(l10n.t('Remove the comparison: CrossEntropyLoss takes logits'), [
      edit(by, textOf(by.operand)),
    ]);
  },
};
