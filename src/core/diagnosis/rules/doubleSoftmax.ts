import * as l10n from '../../l10n';
import { nllLoss } from '../../loss/nllLoss';
import { formatNumber } from '../../tensor/format';
import { classDimOf } from '../../tensor/shape';
import { createTensor } from '../../tensor/tensor';
import { kindLabels } from '../description';
import type { Rule, RuleContext } from '../rule';
import { nameOfInput } from './isGivenTo';

/**
 * CrossEntropyLoss is called with probabilities: it applies softmax a second time. Where no loss is called, `notLogProbs`
 * says so of both.
 */
export const doubleSoftmax: Rule = (context) => {
  const { input, call } = context;
  const { kind, evidence } = input.description;
  if (call?.loss !== 'CrossEntropyLoss' || (kind !== 'probabilities' && kind !== 'one-hot')) return [];
  return [
    {
      code: 'ce-double-softmax',
      severity: 'warning',
      message: l10n.t(
        'CrossEntropyLoss expects logits, but {0} looks like {1}, so softmax is applied twice.',
        nameOfInput(context),
        kindLabels[kind],
      ),
      evidence,
      consequence: softmaxAgain(context),
      fix: l10n.t(
        'Give CrossEntropyLoss the values from before the softmax. (Probabilities alone: take their logarithm for NLLLoss.)',
      ),
      fixCode: `F.nll_loss(torch.log(${input.name ?? 'input'}), target)`,
      ...(kind === 'probabilities' && { mending: 'log' }),
      from: input.from,
      to: input.to,
    },
  ];
};

/** How far the loss is from the one meant, and the band that it cannot leave. */
export function softmaxAgain({ input, target, options, crossEntropyLoss, call }: RuleContext): string {
  const numClasses = input.tensor.shape[classDimOf(input.tensor.shape)] ?? 1;
  const lowest = Math.log(1 + (numClasses - 1) / Math.E);
  const highest = Math.log(Math.E + numClasses - 1);
  const band = l10n.t(
    'With {0} classes the unweighted loss of a sample stays between {1} and {2} however good or bad the model is.',
    numClasses,
    lowest.toFixed(4),
    highest.toFixed(4),
  );
  const logProbs = createTensor(input.tensor.data.map(Math.log), input.tensor.shape, input.tensor.dtype);
  const meant = nllLoss(logProbs, target.tensor, options).output;
  const given = crossEntropyLoss.output;
  if (!given || !meant || given.shape.length > 0 || meant.shape.length > 0) return band;
  const got = formatNumber(given.data[0], given.dtype);
  const expected = formatNumber(meant.data[0], meant.dtype);
  const sentence = call
    ? l10n.t('The loss is {0} instead of {1}.', got, expected)
    : l10n.t('CrossEntropyLoss would give {0} instead of {1}.', got, expected);
  return `${sentence} ${band}`;
}
