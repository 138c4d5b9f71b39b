import type { LossName } from '../../python/lossUsage';
import type { RuleContext } from '../rule';

/** True when the pair goes to this loss: the text calls it, or calls none, so that both are shown. */
export function isGivenTo(loss: LossName, { call }: RuleContext): boolean {
  return call === null || call.loss === loss;
}

/** How to name the input in a message: its variable, or "the input". */
export function nameOfInput({ input }: RuleContext): string {
  return input.name === null ? 'the input' : `“${input.name}”`;
}
