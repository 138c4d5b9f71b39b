import * as l10n from '../../core/l10n';
import type { TextPlace } from '../view/placeOf';

/** Texts of components/tokens. */
export const tokenStrings = {
  title: l10n.t('Log-probabilities of tokens'),
  sequence: l10n.t('Text'),
  sequenceOf: (index: number, count: number, place: TextPlace | null, numTokens: number) =>
    place === null
      ? l10n.t('{0} of {1}, tokens: {2}', index, count, numTokens)
      : l10n.t('{0} of {1}, line {2}, tokens: {3}', index, count, place.line, numTokens),
  gaps: (gaps: number, count: number) =>
    gaps === 1
      ? l10n.t(
          '1 of {0} tokens is a gap: no log-probability of the chosen token is given. It is not counted.',
          count,
        )
      : l10n.t(
          '{0} of {1} tokens are gaps: no log-probability of the chosen token is given. They are not counted.',
          gaps,
          count,
        ),
  partial: (least: string, most: string) =>
    least === most
      ? l10n.t(
          'Partial distributions: the listed tokens of a place sum to {0}, the rest of the vocabulary is left out. The mean is what NLLLoss gives for the chosen tokens; CrossEntropyLoss of other targets, label smoothing and gradients need the whole vocabulary and are not computed.',
          least,
        )
      : l10n.t(
          'Partial distributions: the listed tokens of a place sum to {0} to {1}, the rest of the vocabulary is left out. The mean is what NLLLoss gives for the chosen tokens; CrossEntropyLoss of other targets, label smoothing and gradients need the whole vocabulary and are not computed.',
          least,
          most,
        ),
  caption: l10n.t('The tokens with their log-probabilities'),
  hint: l10n.t('Choosing a row shows the token in the editor.'),
  show: (place: string) => l10n.t('Show token {0} in the editor', place),
  place: l10n.t('Place'),
  token: l10n.t('token'),
  gap: l10n.t('gap'),
  lossTitle: l10n.t('Negative log-likelihood of the chosen token, in nats'),
  listed: l10n.t('listed'),
  listedTitle: l10n.t('How many tokens are listed for this place with a probability'),
  sumTitle: l10n.t('Sum of the probabilities that are listed for this place'),
};
