import * as l10n from '../../core/l10n';

/** Texts of components/batch. */
export const batchStrings = {
  fit: {
    wrong: (kind: string, code: string) =>
      l10n.t('The input looks like {0}: {1} is not the probability that the model gives.', kind, code),
    open: (kind: string, code: string) =>
      l10n.t(
        'The input looks like {0}; this holds if {1} is the probability that the model gives.',
        kind,
        code,
      ),
    other: (loss: string) => l10n.t('For {0} the input fits.', loss),
    assumed: l10n.t(
      'The target is assumed: it is what the model predicts, so it says nothing about the model.',
    ),
    notIndices: l10n.t('The target is no class index for each sample, so this is not defined.'),
  },
  perplexity: {
    name: l10n.t('Perplexity'),
    title: l10n.t(
      'exp of the mean of −log p(target) over the targets that are not ignored: between so many equally probable classes (tokens, for a language model) the model hesitates. The bits are its logarithm to base 2.',
    ),
    how: (mean: string, count: string) =>
      count === '1'
        ? l10n.t('= exp({0}), of 1 target', mean)
        : l10n.t('= exp({0}), mean of {1} targets', mean, count),
    bits: (bits: string) => l10n.t('{0} bits per token', bits),
    none: l10n.t('No target counts: all are ignored.'),
    otherLoss: (options: string) =>
      l10n.t('The loss above is not its logarithm: {0}. The perplexity leaves that out.', options),
    weight: l10n.t('class weights'),
  },
  microBatches: {
    title: l10n.t('Micro-batches: the mean of means'),
    single: l10n.t('A single row cannot be split.'),
    at: l10n.t('Split before row'),
    caption: l10n.t('Both parts of the batch, the mean of their means, and the whole batch'),
    part: l10n.t('Rows'),
    counted: l10n.t('Counted'),
    ofCount: (counted: string, count: string) => l10n.t('{0} of {1}', counted, count),
    divisor: l10n.t('Divisor'),
    sum: l10n.t('Sum'),
    mean: l10n.t('Mean'),
    rows: (from: string, to: string) => (from === to ? from : l10n.t('{0} to {1}', from, to)),
    whole: l10n.t('Whole batch'),
    meanOfMeans: l10n.t('Mean of the means'),
    equal: (divisor: string) =>
      l10n.t('Both parts divide by {0}, so the mean of their means is the mean of the batch.', divisor),
    differ: (first: string, second: string, isFirst: string, isSecond: string, should: string) =>
      l10n.t(
        'The parts divide by {0} and {1}, but the mean of the means takes them for equal: a loss of the first part counts 1/(2 · {0}) = {2} there, one of the second {3}; in the mean of the batch each counts {4}.',
        first,
        second,
        isFirst,
        isSecond,
        should,
      ),
    nothingFirst: l10n.t(
      'In the first part nothing counts: its mean is 0/0 = nan, and so is the mean of the means.',
    ),
    nothingSecond: l10n.t(
      'In the second part nothing counts: its mean is 0/0 = nan, and so is the mean of the means.',
    ),
    nothingAtAll: l10n.t('Nothing counts in the whole batch: every mean is 0/0 = nan.'),
    right: l10n.t('Right for any split: add the sums, and divide by the divisor of the whole batch.'),
    rightOf: (first: string, second: string, divisor: string, mean: string) =>
      `(${first} + ${second}) / ${divisor} = ${mean}`,
    code: l10n.t('Accumulating gradients over micro-batches'),
    notMean: (reduction: string) =>
      l10n.t("Here reduction='{0}'; the table shows what reduction='mean' would give.", reduction),
  },
};
