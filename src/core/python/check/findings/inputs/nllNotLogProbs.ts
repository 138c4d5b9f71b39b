import * as l10n from '../../../../l10n';
import type { TensorKind } from '../../values/tensorValue';
import { otherLoss, probsFixes, removal } from '../activationEdits';
import type { CodeFix } from '../codeFinding';
import { asOperand, edit, fix } from '../edits';
import { isUnreduced } from '../lossUse';
import type { InputContext, InputRule, Verdict } from '../rule';

const messages: Partial<Record<TensorKind, () => string>> = {
  probs: () =>
    l10n.t(
      'NLLLoss expects log-probabilities but gets probabilities: the loss is -p instead of -log(p), and its gradient fades where the model is most wrong.',
    ),
  sigmoid: () =>
    l10n.t(
      'NLLLoss expects log-probabilities but gets the output of a sigmoid: the loss is negative, and the other classes have no part in it.',
    ),
  scores: () =>
    l10n.t(
      'NLLLoss expects log-probabilities but gets raw scores (logits): the loss has no lower bound, and the other classes have no part in it.',
    ),
  positive: () =>
    l10n.t(
      'NLLLoss expects log-probabilities, which are never above 0, but gets positive numbers: the loss is negative and has no lower bound.',
    ),
  mixedLogProbs: () =>
    l10n.t(
      'NLLLoss expects log-probabilities but gets such times a matrix, which are none: their exponentials do not sum to 1. Multiply the probabilities by it, and take the logarithm of that.',
    ),
};

/** The probability of each target with its sign turned: a loss that some mean. */
function negatedProbs(): Verdict {
  return {
    code: 'nll-not-log-probs',
    severity: 'information',
    message: l10n.t(
      'NLLLoss gets probabilities: without a reduction it is -p of each target, which may be meant. NLLLoss expects log-probabilities, for -log(p).',
    ),
  };
}

/** Formulas of several parts, which no other name mends. */
const unmended: ReadonlySet<TensorKind> = new Set(['positive', 'mixedLogProbs']);

/** NLLLoss on anything but log-probabilities. */
export const nllNotLogProbs: InputRule = {
  loss: 'NLLLoss',
  judge: (use, { kind }) => {
    if (kind === 'probs' && isUnreduced(use)) return negatedProbs();
    const message = messages[kind]?.();
    return message === undefined ? null : { code: 'nll-not-log-probs', severity: 'warning', message };
  },
  fixes: (context) => {
    if (unmended.has(context.tensor.kind)) return [];
    return context.tensor.kind === 'scores'
      ? scoresFixes(context)
      : [...probsFixes(context), ...lossOfLogits(context)];
  },
};

function scoresFixes({ use, tensor, input, textOf }: InputContext): readonly CodeFix[] {
  const dim = tensor.rank === 1 ? 0 : 1;
  const other = otherLoss(use);
  return [
    ...(other ? fix(l10n.t('Use {0}, which takes logits', other.name), [other.edit], true) : []),
    ...fix(l10n.t('Apply log_softmax(dim={0})', dim), [
      edit(input, `${asOperand(textOf(input))}.log_softmax(dim=${dim})`),
    ]),
  ];
}

/** The loss of logits on what the activation was applied to. */
function lossOfLogits({ use, tensor, textOf }: InputContext): readonly CodeFix[] {
  const other = otherLoss(use);
  if (!other) return [];
  const title = l10n.t('Use {0} on the logits, without the activation', other.name);
  return fix(title, [removal(tensor, textOf), other.edit]);
}
