import * as l10n from '../../core/l10n';

/** Texts of the tool bar and the temperature. */
export const toolbarStrings = {
  title: l10n.t('Numbers'),
  undo: l10n.t('Undo'),
  redo: l10n.t('Redo'),
  reset: l10n.t('Back to the numbers of the text'),
  pin: l10n.t('Pin this state to compare with'),
  unpin: l10n.t('Unpin this state'),
  manyPins: (most: string) => l10n.t('No more than {0} states are pinned: remove one to pin this', most),
  writeBack: l10n.t('Write back to the editor'),
  noDocument: l10n.t('Nothing to write back to: these numbers stand in no document'),
  temperature: l10n.t('Temperature'),
  temperatureHint: l10n.t('Both losses get input / T.'),
  temperatureReset: l10n.t('Reset the temperature'),
  temperatureBad: l10n.t('Expected a number above 0, such as 2.'),
};
