import type { LossResult } from '../../../core';
import type { Report } from '../../state/snapshot';
import { strings } from '../../strings';
import { formatOutput } from '../../view/formatOutput';

/** Tells screen readers what changed, in one sentence instead of the whole page. */
export function LiveSummary({ report }: { report: Report | null }) {
  return (
    <p class="visually-hidden" aria-live="polite">
      {report ? summaryOf(report) : ''}
    </p>
  );
}

function summaryOf({ evaluation }: Report): string {
  const { losses, findings } = evaluation;
  const count = strings.announce.findings(findings.length);
  if (!losses) return count;
  return `${strings.announce.values(say(losses.crossEntropyLoss), say(losses.nllLoss))} ${count}`;
}

function say(result: LossResult): string {
  return result.output ? formatOutput(result.output) : strings.loss.noValue;
}
