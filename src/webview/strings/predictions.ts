import * as l10n from '../../core/l10n';

/** Texts of predictions and samples in components/batch. */
export const predictionStrings = {
  accuracy: {
    title: l10n.t('Accuracy'),
    titleOf: l10n.t('How often input.argmax(1) is the class of the target'),
    samples: (hits: string, count: string) => l10n.t('{0} of {1} samples', hits, count),
    top: l10n.t('Top'),
    topOf: l10n.t('How often the target is among the k largest values of its sample: k'),
    ties: (count: number, text: string) =>
      count === 1
        ? l10n.t('In one sample equal values decide; torch.topk leaves open which of them it takes.')
        : l10n.t('In {0} samples equal values decide; torch.topk leaves open which of them it takes.', text),
    ignored: (count: number, text: string) =>
      count === 1
        ? l10n.t('One sample is ignored (ignore_index) and not counted.')
        : l10n.t('{0} samples are ignored (ignore_index) and not counted.', text),
    allIgnored: l10n.t('All samples are ignored (ignore_index): there is no accuracy.'),
    probabilities: l10n.t(
      'The target holds class probabilities: predictions are compared with their argmax.',
    ),
    noTarget: l10n.t('No accuracy: the target is not given, it was assumed from the input.'),
    refused: l10n.t('No accuracy: PyTorch refuses this target.'),
    negated: l10n.t(
      'The input looks negated: its largest value, which argmax takes, is the least probable class.',
    ),
  },
  filter: {
    title: l10n.t('Filter'),
    wrongOnly: l10n.t('Wrong only'),
    target: l10n.t('Target'),
    predicted: l10n.t('Predicted'),
    any: l10n.t('any'),
    bin: (loss: string, from: string, to: string) => l10n.t('{0} from {1} to {2}', loss, from, to),
    remove: (what: string) => l10n.t('Remove the filter: {0}', what),
    shown: (count: string, all: string) => l10n.t('{0} of {1} samples', count, all),
    all: (count: string) => l10n.t('{0} samples', count),
    none: l10n.t('No sample is like that.'),
    showAll: l10n.t('Show all'),
    find: l10n.t('Find sample'),
    findHint: (last: string) => l10n.t('Number of a sample, up to {0}; Enter goes there', last),
    notFound: (typed: string, last: string) =>
      l10n.t('There is no sample “{0}”: expected a number up to {1}.', typed, last),
    hidden: (sample: string) => l10n.t('Sample {0} is chosen, but the filter hides it.', sample),
  },
  table: {
    line: l10n.t('line'),
    target: l10n.t('target'),
    predicted: l10n.t('predicted'),
    /** As PyTorch would write it; not translated. */
    probability: 'p(target)',
    probabilityTitle: l10n.t('softmax(input) at the class of the target'),
    /** Short names of the losses, where a column has no room for more. */
    losses: { crossEntropyLoss: l10n.t('CE loss'), nllLoss: l10n.t('NLL loss') },
    gradNorm: l10n.t('grad norm'),
    gradNormTitle: (loss: string) => l10n.t('L2 norm of the gradient of {0} in this sample', loss),
    predictedTitle: l10n.t('input.argmax(1): the class of the largest value, the first of equals'),
    right: l10n.t('right'),
    wrong: l10n.t('wrong'),
    marked: (klass: string, mark: string) => l10n.t('{0}, {1}', klass, mark),
  },
  confusion: {
    title: l10n.t('Confusion matrix'),
    caption: l10n.t('Samples by target (rows) and prediction (columns)'),
    corner: l10n.t('target ╲ predicted'),
    cell: (target: string, predicted: string, count: string) =>
      l10n.t('target {0}, predicted {1}: {2}', target, predicted, count),
    hint: l10n.t(
      'Choose a cell to see its samples. Blue: right, yellow: wrong; the stronger, the larger the share of the target’s samples, beside the largest of its colour.',
    ),
    pairs: l10n.t('Most confused pairs'),
    pairsHint: (count: string) =>
      l10n.t(
        '{0} classes are too many for a matrix: these are the pairs that are taken for each other most often.',
        count,
      ),
    more: (count: string) => l10n.t('and {0} more pairs', count),
    noneWrong: l10n.t('No class is taken for another.'),
    count: l10n.t('Samples'),
    share: l10n.t('Of the target’s'),
    show: (target: string, predicted: string) =>
      l10n.t('Show the samples of class {0} that are taken for {1}', target, predicted),
  },
  classes: {
    title: l10n.t('By class'),
    caption: l10n.t('Accuracy and mean loss of the samples of each class'),
    hint: l10n.t('Choosing a row shows the samples of the class.'),
    klass: l10n.t('Class'),
    support: l10n.t('samples'),
    accuracy: l10n.t('accuracy'),
    loss: (loss: string) => l10n.t('mean {0}', loss),
    lossTitle: (loss: string) => l10n.t('Mean of the unreduced {0} of these samples', loss),
    show: (klass: string) => l10n.t('Show the samples of class {0}', klass),
  },
  heat: {
    title: l10n.t('Gradient of each sample'),
    scale: l10n.t('Scale'),
    scales: { batch: l10n.t('of the batch'), sample: l10n.t('of each sample') },
    dot: l10n.t('A dot is less than 1 % of the largest.'),
  },
};
