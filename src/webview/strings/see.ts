import * as l10n from '../../core/l10n';

/** Texts of components/see. */
export const seeStrings = {
  sample: {
    line: (sample: string, line: number) => l10n.t('Sample {0}: line {1}', sample, line),
    gradientOf: l10n.t('Gradient of'),
    klass: l10n.t('Class'),
    value: l10n.t('Input'),
    probability: l10n.t('softmax'),
    gradient: l10n.t('Gradient'),
    target: l10n.t('target'),
    barsName: l10n.t('Values, probabilities and gradients of the sample, by class'),
    bars: l10n.t('Drag a bar, or use the arrow keys on it.'),
    slider: (klass: string) => l10n.t('Input of class {0}', klass),
    sliderText: (value: string, probability: string, gradient: string) =>
      l10n.t('{0}, softmax {1}, gradient {2}', value, probability, gradient),
    hidden: (count: string) => l10n.t('{0} less probable classes are not drawn.', count),
    more: l10n.t('Draw more'),
    arrows: l10n.t(
      'Arrows show where the loss of this sample, before the reduction, pushes each value: against its gradient.',
    ),
    nllOnly: l10n.t(
      'NLLLoss pushes the target’s value alone, always with the same force, whatever the other classes are.',
    ),
    ceAll: l10n.t(
      'CrossEntropyLoss pushes every class by as much as its softmax differs from the target’s distribution.',
    ),
    ignored: (index: string) =>
      l10n.t('The target is {0}, so this sample is ignored: its loss is 0, and so is its gradient.', index),
    notFinite: l10n.t(
      'The row holds nan or inf: there is nothing to draw. Its numbers are in the table above.',
    ),
    noTarget: l10n.t('The target of this sample is no class of the input.'),
    softTarget: (klass: string) =>
      l10n.t('The target is a distribution; its most probable class is {0}.', klass),
    refused: (loss: string, message: string) =>
      l10n.t('{0} has no value here. PyTorch says: {1}', loss, message),
    curve: l10n.t('Loss over the target’s value'),
    curveName: (klass: string, ce: string, nll: string) =>
      l10n.t(
        'The losses of this sample as the value of class {0} changes: CrossEntropyLoss {1} now, NLLLoss {2}.',
        klass,
        ce,
        nll,
      ),
    xAxis: (klass: string) => l10n.t('value of class {0}', klass),
    slope: (loss: string, slope: string) =>
      l10n.t('{0}: slope {1}, the gradient at the target.', loss, slope),
    curveTable: l10n.t('The curve as numbers'),
  },
  batch: {
    loss: l10n.t('Loss'),
    histogram: l10n.t('Losses of the samples'),
    histogramName: (loss: string, count: string, least: string, most: string) =>
      l10n.t('{0} of {1} samples, from {2} to {3}.', loss, count, least, most),
    bin: (from: string, to: string, count: string) => l10n.t('From {0} to {1}: {2}', from, to, count),
    notFinite: (count: string) => l10n.t('{0} samples have nan or inf and are not drawn.', count),
    samples: l10n.t('Samples'),
    gradient: l10n.t('Gradient with respect to the input'),
    gradientOfSum: l10n.t('Gradient of the sum of the losses with respect to the input'),
    legend: l10n.t(
      'Blue with −: the value should rise. Yellow with +: it should fall. The stronger, the larger.',
    ),
    scale: (largest: string) => l10n.t('from −{0} to +{0}', largest),
    none: l10n.t('There is no loss by sample here.'),
  },
};
