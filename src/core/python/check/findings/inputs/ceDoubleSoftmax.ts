import * as l10n from '../../../../l10n';
import type { TensorKind } from '../../values/tensorValue';
import { removal, renamed } from '../activationEdits';
import { fix } from '../edits';
import type { InputRule } from '../rule';

const messages: Partial<Record<TensorKind, () => string>> = {
  probs: () =>
    l10n.t(
      'CrossEntropyLoss expects logits but gets probabilities: softmax is applied twice, so the loss cannot come near 0 and the gradient fades where the model is most wrong.',
    ),
  sigmoid: () =>
    l10n.t(
      'CrossEntropyLoss expects logits but gets the output of a sigmoid: scores are squeezed into [0, 1] before softmax, so the loss cannot come near 0 and scores far from 0 get almost no gradient.',
    ),
};

/** CrossEntropyLoss on what went through a softmax or a sigmoid before. */
export const ceDoubleSoftmax: InputRule = {
  loss: 'CrossEntropyLoss',
  judge: (_use, { kind }) => {
    const message = messages[kind]?.();
    return message === undefined ? null : { code: 'ce-double-softmax', severity: 'warning', message };
  },
  fixes: ({ tensor, textOf }) => [
    ...fix(l10n.t('Remove the activation: CrossEntropyLoss takes logits'), [removal(tensor, textOf)]),
    ...fix(l10n.t('Use log_softmax instead, which CrossEntropyLoss leaves as it is'), [
      renamed(tensor, 'log_softmax'),
    ]),
  ],
};
