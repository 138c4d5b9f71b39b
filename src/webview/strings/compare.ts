import * as l10n from '../../core/l10n';

/** Texts of components/compare. */
export const compareStrings = {
  title: l10n.t('Compare'),
  now: (place: string) => l10n.t('Now · {0}', place),
  remove: (pin: string) => l10n.t('Remove the pin {0}', pin),
  settings: (side: string, settings: string) => `${side}: ${settings}`,
  summary: l10n.t('Losses, gradients and accuracy of both'),
  measure: l10n.t('Measure'),
  accuracy: l10n.t('Accuracy'),
  gradNorm: (loss: string) => l10n.t('Gradient norm of {0}', loss),
  samples: l10n.t('Sample by sample'),
  loss: l10n.t('Loss'),
  caption: l10n.t('Samples that changed, the largest change of the loss first'),
  predicted: l10n.t('Predicted'),
  right: l10n.t('Right'),
  changed: (changed: string, count: string) =>
    changed === '0'
      ? l10n.t('No sample has changed, matched by position.')
      : l10n.t('{0} of {1} samples have changed, matched by position.', changed, count),
  became: (right: string, wrong: string) => l10n.t('Became right: {0}, became wrong: {1}.', right, wrong),
  otherTargets: (count: string) =>
    l10n.t('The targets differ at {0} positions: right and wrong are by the target of each side.', count),
  otherClasses: (a: string, b: string) => l10n.t('A has {0} classes, B has {1}.', a, b),
  otherShape: (a: string, b: string) =>
    l10n.t('The samples of A have shape {0}, those of B {1}: they are not compared one by one.', a, b),
  tooMany: (most: string) =>
    l10n.t('Pins keep {0} samples together; of a larger one the values above alone are kept.', most),
  noLoss: (loss: string) => l10n.t('{0} has no loss by sample on both sides.', loss),
};
