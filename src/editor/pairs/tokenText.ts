import {
  formatNumber,
  markdownCode,
  perplexityOfTokens,
  type TokenLogProb,
  type TokenLogProbs,
} from '../../core';
import * as l10n from '../../core/l10n';

/** The lines of a hover over log-probabilities of tokens: of all of them, and of the one at `offset`. */
export function tokenLines({ tokens }: TokenLogProbs, offset: number): readonly string[] {
  const at = tokens.findIndex(({ from, to }) => from <= offset && offset <= to);
  return [...(at < 0 ? [] : [placeLine(tokens[at], at), '']), sumLine(tokens)];
}

function placeLine({ token, logProb, numListed, listedSum }: TokenLogProb, index: number): string {
  const name = token === null || token === '' ? l10n.t('token {0}', index) : markdownCode(token);
  return [
    name,
    ...(logProb === null
      ? [l10n.t('gap: the log-probability of the chosen token is not given')]
      : [`−log p = ${number(0 - logProb)}`, `p = ${number(Math.exp(logProb))}`]),
    ...(numListed > 1 ? [l10n.t('partial: {0} listed tokens sum to {1}', numListed, number(listedSum))] : []),
  ].join(' · ');
}

function sumLine(tokens: readonly TokenLogProb[]): string {
  const known = tokens.flatMap(({ logProb }) => logProb ?? []);
  const { meanNats, perplexity } = perplexityOfTokens(known);
  const gaps = tokens.length - known.length;
  return [
    l10n.t('tokens: {0}', tokens.length),
    ...(gaps > 0 ? [l10n.t('gaps: {0}', gaps)] : []),
    ...(known.length > 0
      ? [l10n.t('mean −log p = {0}', number(meanNats)), l10n.t('perplexity {0}', number(perplexity))]
      : []),
  ].join(' · ');
}

function number(value: number): string {
  return formatNumber(value, 'float64');
}
