import type { Report } from '../../state/snapshot';
import { liveSummary } from '../../view/liveSummary';

/** Tells screen readers what changed, in one sentence instead of the whole page. */
export function LiveSummary({ report }: { report: Report | null }) {
  return (
    <p class="visually-hidden" aria-live="polite">
      {report ? liveSummary(report.evaluation) : ''}
    </p>
  );
}
