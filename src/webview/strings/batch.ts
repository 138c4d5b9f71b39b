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
  calibration: {
    title: l10n.t('Calibration: right as often as confident?'),
    expected: l10n.t('Expected calibration error'),
    maximum: (error: string) => l10n.t('maximum {0}', error),
    means: (accuracy: string, confidence: string, count: string) =>
      l10n.t('accuracy {0}, mean confidence {1}, samples: {2}', accuracy, confidence, count),
    over: (by: string) => l10n.t('overconfident by {0}', by),
    under: (by: string) => l10n.t('underconfident by {0}', by),
    definition: (code: string) =>
      l10n.t(
        'Confidence is the largest {0} of a sample. Bins have equal width, (from, to]; the expected error is Σ count / samples · |accuracy − mean confidence| over the bins, the maximum the largest of these distances.',
        code,
      ),
    probabilities: l10n.t('Right is a prediction of the class with the largest probability in the target.'),
    leftOut: (count: string, all: string) =>
      l10n.t('Left out: {0} of {1} samples, ignored or without a finite probability.', count, all),
    few: (count: string, bins: string) =>
      l10n.t('Few samples for the bins ({0} for {1}): most of the error can be chance.', count, bins),
    bins: l10n.t('Bins'),
    accuracy: l10n.t('accuracy'),
    confidence: l10n.t('confidence'),
    meanConfidence: l10n.t('mean confidence'),
    count: l10n.t('samples'),
    bar: l10n.t('accuracy of a bin, with its number of samples'),
    gap: l10n.t('distance to its mean confidence'),
    diagramName: (count: string, bins: string, error: string) =>
      l10n.t(
        'Reliability diagram: accuracy over confidence of {0} samples in {1} bins. The expected calibration error is {2}.',
        count,
        bins,
        error,
      ),
    binTitle: (bin: string, count: string, accuracy: string, confidence: string) =>
      l10n.t(
        'Confidence {0}: accuracy {2}, mean confidence {3}, samples: {1}',
        bin,
        count,
        accuracy,
        confidence,
      ),
    table: l10n.t('The diagram as numbers'),
    noTarget: l10n.t('There is no target to be right about.'),
    nothing: l10n.t('No sample counts: all are ignored, or without a finite probability.'),
  },
};
