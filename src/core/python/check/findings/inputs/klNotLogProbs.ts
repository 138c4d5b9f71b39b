import * as l10n from '../../../../l10n';
import { sourceOf, type TensorKind, type TensorValue } from '../../values/tensorValue';
import type { Single } from '../../values/value';
import { probsFixes } from '../activationEdits';
import type { CodeFix } from '../codeFinding';
import { asOperand, edit, fix } from '../edits';
import { isUnreduced, type LossUse } from '../lossUse';
import type { InputContext, InputRule, Verdict } from '../rule';

/** KLDivLoss on anything but (log-probabilities, probabilities), or with a mean over the elements. */
export const klNotLogProbs: InputRule = { loss: 'KLDivLoss', judge: judgeKl, fixes: klFixes };

function judgeKl(use: LossUse, input: TensorValue, targets: readonly Single[]): Verdict | null {
  const code = 'kl-not-log-probs';
  if (areSwapped(use, input, targets)) {
    return {
      code,
      severity: 'warning',
      message: l10n.t(
        'The arguments of KLDivLoss are swapped: it expects (log-probabilities, probabilities), here it gets (probabilities, log-probabilities).',
      ),
    };
  }
  if (input.kind === 'probs' && isUnreduced(use)) return dotProduct();
  const got = klMessages[input.kind];
  if (got) return { code, severity: 'warning', message: got() };
  if (input.kind === 'logProbs' && areLogProbs(targets) && use.logTarget === false) {
    return {
      code,
      severity: 'warning',
      message: l10n.t(
        'KLDivLoss expects probabilities as target but gets log-probabilities: say log_target=True, or give it their exponentials.',
      ),
    };
  }
  const reduction = use.reduction?.value;
  if (reduction?.type === 'constant' && reduction.value === 'mean') {
    return {
      code,
      severity: 'hint',
      message: l10n.t(
        "reduction='mean' divides by the number of elements, not of samples: the mathematical divergence needs reduction='batchmean'.",
      ),
    };
  }
  return null;
}

/** The sum of target * (log(target) - p): but for a term of the target alone a dot product, which some mean. */
function dotProduct(): Verdict {
  return {
    code: 'kl-not-log-probs',
    severity: 'information',
    message: l10n.t(
      'KLDivLoss gets probabilities as input: without a reduction its sum is the negated dot product of input and target plus a term of the target alone, which may be meant. KLDivLoss expects log-probabilities, for a divergence.',
    ),
  };
}

const klMessages: Partial<Record<TensorKind, () => string>> = {
  probs: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets probabilities: the result is no divergence and can be negative.',
    ),
  sigmoid: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets the output of a sigmoid: the result is no divergence and can be negative.',
    ),
  scores: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets raw scores (logits): the result is no divergence and can be negative.',
    ),
  positive: () =>
    l10n.t(
      'KLDivLoss expects log-probabilities as input but gets positive numbers: the result is no divergence and can be negative.',
    ),
};

/** KLDivLoss gets (probabilities, log-probabilities) in place of (log-probabilities, probabilities). */
function areSwapped(
  { logTarget }: Pick<LossUse, 'logTarget'>,
  { kind }: TensorValue,
  targets: readonly Single[],
): boolean {
  return kind === 'probs' && areLogProbs(targets) && logTarget !== true;
}

function areLogProbs(targets: readonly Single[]): boolean {
  return targets.length > 0 && targets.every((one) => one.type === 'tensor' && one.kind === 'logProbs');
}

function klFixes(context: InputContext): readonly CodeFix[] {
  const { use, tensor, verdict, input, target, textOf } = context;
  if (verdict.severity === 'hint') {
    return use.reduction
      ? fix(l10n.t("Use reduction='batchmean'"), [edit(use.reduction, "'batchmean'")])
      : [];
  }
  if (areSwapped(use, tensor, context.targets) && target) {
    return fix(l10n.t('Swap the arguments'), [edit(input, textOf(target)), edit(target, textOf(input))]);
  }
  if (tensor.kind === 'logProbs') {
    return target
      ? fix(l10n.t('Give the exponentials of the target'), [
          edit(target, `${asOperand(textOf(target))}.exp()`),
        ])
      : [];
  }
  if (tensor.kind === 'positive') return [];
  if (tensor.kind === 'scores') {
    const last = tensor.rank === 1 ? 0 : -1;
    return fix(l10n.t('Apply log_softmax(dim={0})', last), [
      edit(input, `${asOperand(textOf(input))}.log_softmax(dim=${last})`),
    ]);
  }
  // A softmax that makes the target too must stay as it is.
  const isShared = context.targets.some(
    (one) => one.type === 'tensor' && sourceOf(one)?.activation.from === sourceOf(tensor)?.activation.from,
  );
  return isShared ? [] : probsFixes(context);
}
