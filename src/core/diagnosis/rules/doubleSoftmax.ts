import { nllLoss } from '../../loss/nllLoss';
import { formatNumber } from '../../tensor/format';
import { classDimOf } from '../../tensor/shape';
import { createTensor } from '../../tensor/tensor';
import { kindLabels } from '../description';
import type { Rule, RuleContext } from '../rule';
import { isGivenTo, nameOfInput } from './isGivenTo';

/** CrossEntropyLoss gets probabilities: it applies softmax a second time. */
export const doubleSoftmax: Rule = (context) => {
  const { input } = context;
  const { kind, evidence } = input.description;
  if (!isGivenTo('CrossEntropyLoss', context) || (kind !== 'probabilities' && kind !== 'one-hot')) return [];
  return [
    {
      code: 'ce-double-softmax',
      severity: 'warning',
      message: `CrossEntropyLoss expects logits, but ${nameOfInput(context)} looks like ${kindLabels[kind]}, so softmax is applied twice.`,
      evidence,
      consequence: consequenceOf(context),
      fix: 'Give CrossEntropyLoss the values from before the softmax. (Probabilities alone: take their logarithm for NLLLoss.)',
      fixCode: `F.nll_loss(torch.log(${input.name ?? 'input'}), target)`,
      from: input.from,
      to: input.to,
    },
  ];
};

/** How far the loss is from the one meant, and the band that it cannot leave. */
function consequenceOf({ input, target, options, crossEntropyLoss }: RuleContext): string {
  const numClasses = input.tensor.shape[classDimOf(input.tensor.shape)] ?? 1;
  const lowest = Math.log(1 + (numClasses - 1) / Math.E);
  const highest = Math.log(Math.E + numClasses - 1);
  const band = `With ${numClasses} classes the unweighted loss of a sample stays between ${lowest.toFixed(4)} and ${highest.toFixed(4)} however good or bad the model is.`;
  const logProbs = createTensor(input.tensor.data.map(Math.log), input.tensor.shape, input.tensor.dtype);
  const meant = nllLoss(logProbs, target.tensor, options).output;
  const given = crossEntropyLoss.output;
  if (!given || !meant || given.shape.length > 0 || meant.shape.length > 0) return band;
  const got = formatNumber(given.data[0], given.dtype);
  return `The loss is ${got} instead of ${formatNumber(meant.data[0], meant.dtype)}. ${band}`;
}
