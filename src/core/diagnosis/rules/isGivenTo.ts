import * as l10n from '../../l10n';
import type { LossName } from '../../python/torch/losses';
import type { RuleContext } from '../rule';

/**
 * True when the pair goes to this loss: the text calls it, or calls none, so that both are shown. A call on
 * something that could not be followed may well be on this input, changed on the way, so it leaves that open.
 */
export function isGivenTo(loss: LossName, { call, usage }: RuleContext): boolean {
  if (call !== null) return call.loss === loss;
  return !usage.namesLoss;
}

/** How to name the input in a message: its variable, or "the input". */
export function nameOfInput({ input }: RuleContext): string {
  return input.name === null ? l10n.t('the input') : `“${input.name}”`;
}
