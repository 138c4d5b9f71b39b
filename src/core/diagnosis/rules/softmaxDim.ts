import * as l10n from '../../l10n';
import { classDimOf } from '../../tensor/shape';
import { isOffClassDim, softmaxDimOf } from '../../text/literalOperation';
import { kindLabels } from '../description';
import type { Finding } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { nameOfInput } from './isGivenTo';

/** softmax or log_softmax over another axis than the classes, or without saying which. */
export const softmaxDim: Rule = (context) => {
  const written = writtenDim(context);
  return written.length > 0 ? written : measuredDim(context);
};

/** What the code itself says: `dim=0`, or no `dim`. */
function writtenDim({ input, inputOperations }: RuleContext): readonly Finding[] {
  const { shape } = input.tensor;
  const classDim = classDimOf(shape);
  return inputOperations
    .filter((operation) => operation.name === 'softmax' || operation.name === 'log_softmax')
    .filter((operation) => operation.dim === null || isOffClassDim(operation, shape))
    .map((operation) => {
      const dim = softmaxDimOf(operation, shape);
      const isWrong = dim !== classDim;
      return {
        code: 'softmax-dim',
        severity: 'warning',
        message: isWrong
          ? l10n.t('{0} works over dim {1}, but the classes are in dim {2}.', operation.name, dim, classDim)
          : l10n.t('{0} is given no dim; PyTorch takes dim {1} here and warns.', operation.name, dim),
        evidence: [],
        consequence: isWrong
          ? l10n.t(
              'Each class is normalised over the samples, so a sample is no distribution and the loss means nothing.',
            )
          : l10n.t('For 3-D input the same code would silently take dim 0.'),
        fix: l10n.t('Say which dimension holds the classes.'),
        fixCode: `F.${operation.name}(x, dim=${classDim})`,
        from: operation.from,
        to: operation.to,
      };
    });
}

/** What the values say: normalised along another axis than the classes. */
function measuredDim(context: RuleContext): readonly Finding[] {
  const { input } = context;
  const { kind, dim, evidence } = input.description;
  const classDim = classDimOf(input.tensor.shape);
  if (dim === classDim || (kind !== 'probabilities' && kind !== 'log-probabilities')) return [];
  return [
    {
      code: 'softmax-dim',
      severity: 'warning',
      message: l10n.t(
        '{0} holds {1} along dim {2}, but the loss takes dim {3} for the classes.',
        nameOfInput(context),
        kindLabels[kind],
        dim,
        classDim,
      ),
      evidence: evidence.map((one) => ({ ...one, quantity: l10n.t('{0} along dim {1}', one.quantity, dim) })),
      consequence: l10n.t(
        'A sample is no distribution, so the loss means nothing, and it may even look better.',
      ),
      fix: l10n.t('Apply softmax or log_softmax over dim {0}, or move the classes there.', classDim),
      fixCode: `F.log_softmax(logits, dim=${classDim})`,
      from: input.from,
      to: input.to,
    },
  ];
}
