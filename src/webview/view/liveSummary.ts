import { type Evaluation, formatOutput, type LossResult } from '../../core';
import { strings } from '../strings';

/**
 * What changed, for screen readers: the values and the findings, else why there are none. That there is no finding is
 * not said of a text that was not read whole.
 */
export function liveSummary({ losses, findings, problems }: Evaluation): string {
  const { announce } = strings;
  const unread = problems.map(({ message }) => announce.notRead(message));
  if (!losses) return unread.length > 0 ? unread.join(' ') : strings.problems.noInput;
  const values = announce.values(say(losses.crossEntropyLoss), say(losses.nllLoss));
  const isSilent = findings.length === 0 && unread.length > 0;
  return [values, ...(isSilent ? [] : [announce.findings(findings.length)]), ...unread].join(' ');
}

function say(result: LossResult): string {
  return result.output ? formatOutput(result.output) : strings.loss.noValue;
}
