import * as l10n from '../../../../l10n';
import type { CheckedLossName } from '../../../torch/checkedLosses';
import type { TensorKind } from '../../values/tensorValue';
import { otherLoss, removal } from '../activationEdits';
import type { CodeFix } from '../codeFinding';
import { asOperand, edit, fix } from '../edits';
import type { InputContext, InputRule } from '../rule';

const code = 'bce-logits-sigmoid';

/** What the losses that apply sigmoid themselves must not get. */
const squashed: Partial<Record<TensorKind, (loss: string) => string>> = {
  sigmoid: (loss) =>
    l10n.t(
      '{0} expects logits but gets the output of a sigmoid: sigmoid is applied twice, so what is predicted stays between 0.5 and 0.73, and the loss cannot come near 0.',
      loss,
    ),
  probs: (loss) =>
    l10n.t(
      '{0} expects logits but gets probabilities: it applies sigmoid to them, so what is predicted stays between 0.5 and 0.73, and the loss cannot come near 0.',
      loss,
    ),
  logProbs: (loss) =>
    l10n.t(
      '{0} expects logits but gets log-probabilities: it applies sigmoid to them, so what is predicted is never above 0.5, and the loss cannot come near 0.',
      loss,
    ),
};

/** A loss that applies sigmoid itself, on what went through a sigmoid or a softmax before. */
function lossOfLogits(loss: CheckedLossName): InputRule {
  return {
    loss,
    judge: (_use, { kind }) => {
      const message = squashed[kind]?.(loss);
      return message === undefined ? null : { code, severity: 'warning', message };
    },
    fixes: fixesOfLogits,
  };
}

function fixesOfLogits({ use, tensor, textOf }: InputContext): readonly CodeFix[] {
  const title = l10n.t('Remove the activation: {0} takes logits', use.loss.name);
  const other = tensor.kind === 'logProbs' || use.hasOwnOption ? null : otherLoss(use);
  return [
    ...fix(title, [removal(tensor, textOf)]),
    ...(other ? fix(l10n.t('Use {0}, which takes probabilities', other.name), [other.edit]) : []),
  ];
}

/** BCELoss on numbers that are no probabilities: on those outside of [0, 1] PyTorch raises. */
const lossOfProbs: InputRule = {
  loss: 'BCELoss',
  judge: (_use, { kind, isUnbounded }) => {
    if (kind === 'logProbs') {
      const message = l10n.t(
        'BCELoss expects probabilities but gets log-probabilities, which are below 0: PyTorch raises an error here.',
      );
      return { code, severity: 'error', message };
    }
    if (kind !== 'scores' || !isUnbounded) return null;
    const message = l10n.t(
      'BCELoss expects probabilities but gets raw scores (logits), which can be any numbers: PyTorch raises an error as soon as one is below 0 or above 1.',
    );
    return { code, severity: 'warning', message };
  },
  fixes: (context) => (context.tensor.kind === 'logProbs' ? [exponentials(context)] : scoresFixes(context)),
};

function exponentials({ input, textOf }: InputContext): CodeFix {
  const title = l10n.t('Give the exponentials of the input');
  return { title, edits: [edit(input, `${asOperand(textOf(input))}.exp()`)], isSafe: false };
}

function scoresFixes({ use, input, textOf }: InputContext): readonly CodeFix[] {
  const other = otherLoss(use);
  return [
    ...(other ? fix(l10n.t('Use {0}, which takes logits', other.name), [other.edit], true) : []),
    ...fix(l10n.t('Apply sigmoid'), [edit(input, `${asOperand(textOf(input))}.sigmoid()`)]),
  ];
}

export const bceLogitsSigmoid: readonly InputRule[] = [
  lossOfLogits('BCEWithLogitsLoss'),
  lossOfLogits('sigmoid_focal_loss'),
  lossOfProbs,
];
