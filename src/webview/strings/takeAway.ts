import type { MarkdownWords } from '../../core';
import * as l10n from '../../core/l10n';

/** Texts of components/takeAway. */
export const takeAwayStrings = {
  title: l10n.t('Copy or save'),
  copyMarkdown: l10n.t('Copy Report as Markdown'),
  saveMarkdown: l10n.t('Save Report as Markdown…'),
  saveSvg: l10n.t('Save Picture as SVG…'),
  savePng: l10n.t('Save Picture as PNG…'),
  saveCsv: l10n.t('Save Values as CSV…'),
  saveJson: l10n.t('Save Values as JSON…'),
  copyTest: l10n.t('Copy PyTorch Test'),
  saveTest: l10n.t('Save PyTorch Test…'),
  copyLink: l10n.t('Copy Link to This State'),
  preparing: l10n.t('Preparing…'),
  failed: (message: string) => l10n.t('That did not work: {0}', message),
  nothingToDraw: l10n.t('There are no losses to draw.'),
  pictureSample: (label: string) => l10n.t('softmax of sample {0}', label),
  pictureSampleOnly: l10n.t('softmax'),
};

/** Words of the report in Markdown. */
export const markdownWords: MarkdownWords = {
  results: l10n.t('Results'),
  loss: l10n.t('Loss'),
  value: l10n.t('Value'),
  findings: l10n.t('Findings'),
  noFinding: l10n.t('No finding.'),
  evidence: [l10n.t('Row'), l10n.t('Measured'), l10n.t('Value'), l10n.t('Limit')],
  options: l10n.t('Options'),
  tensors: l10n.t('Tensors'),
  sample: l10n.t('sample'),
  target: l10n.t('target'),
  formulas: l10n.t('Formulas'),
  shownOf: (shown, count) => l10n.t('{0} of {1} shown.', shown, count),
};
