import * as l10n from '../../../../l10n';
import { sourceOf, type TensorKind, type TensorValue } from '../../values/tensorValue';
import { probsFixes } from '../activationEdits';
import type { CodeFix } from '../codeFinding';
import { asOperand, edit, fix } from '../edits';
import type { InputContext, InputRule, Verdict } from '../rule';
import { dimFixes } from '../softmaxDim';

const code = 'ctc-not-log-probs';

const messages: Partial<Record<TensorKind, () => string>> = {
  probs: () =>
    l10n.t(
      'CTCLoss expects log-probabilities but gets probabilities: the loss is never above 0, and the gradient that PyTorch gives is not that of this loss.',
    ),
  sigmoid: () =>
    l10n.t(
      'CTCLoss expects log-probabilities but gets the output of a sigmoid: the loss is never above 0, and the gradient that PyTorch gives is not that of this loss.',
    ),
  scores: () =>
    l10n.t(
      'CTCLoss expects log-probabilities but gets raw scores (logits): the loss has no lower bound, and the gradient that PyTorch gives is not that of this loss.',
    ),
};

/** CTCLoss on anything but log-probabilities over the last axis of (T, N, C) or (T, C). */
export const ctcNotLogProbs: InputRule = {
  loss: 'CTCLoss',
  judge: (_use, input) => {
    const message = messages[input.kind]?.();
    return message === undefined ? judgeAxis(input) : { code, severity: 'warning', message };
  },
  fixes,
};

function judgeAxis(input: TensorValue): Verdict | null {
  const source = sourceOf(input);
  if (input.kind !== 'logProbs' || !source?.isAxisKept) return null;
  const { dim, rank } = source.activation;
  if (dim === undefined || !isOtherAxis(dim, rank)) return null;
  const message =
    dim === null
      ? l10n.t(
          'log_softmax without dim: PyTorch takes dim=0 for 3 axes, which are the time steps of (T, N, C). CTCLoss expects the classes on the last axis.',
        )
      : l10n.t(
          'log_softmax over dim={0}: CTCLoss takes (T, N, C), with log-probabilities over the last axis.',
          dim,
        );
  return { code, severity: 'warning', message };
}

/** Whether an axis is not the last one for certain; `dim` is null where PyTorch guesses it. */
function isOtherAxis(dim: number | null, rank: number | null): boolean {
  if (dim === null) return rank === 3;
  if (dim < 0) return dim !== -1;
  return dim === 0 || (rank !== null && dim < rank - 1);
}

function fixes(context: InputContext): readonly CodeFix[] {
  const { tensor, input, textOf } = context;
  if (tensor.kind === 'scores') {
    const logProbs = `${asOperand(textOf(input))}.log_softmax(dim=-1)`;
    return fix(l10n.t('Apply log_softmax(dim={0})', -1), [edit(input, logProbs)], true);
  }
  if (tensor.kind === 'probs') return probsFixes(context);
  const source = tensor.kind === 'logProbs' ? sourceOf(tensor) : null;
  return source ? dimFixes(source.activation, textOf, -1) : [];
}
