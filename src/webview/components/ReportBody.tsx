import type { Report } from '../store';
import type { ReportParts } from '../view/reportParts';
import { Bridge } from './Bridge';
import { LossCard } from './LossCard';
import { OptionsBar } from './OptionsBar';

interface ReportBodyProps {
  readonly report: Report;
  readonly parts: ReportParts;
  /** True when the present text has no losses and this report is of an earlier one. */
  readonly isOld: boolean;
  readonly isComputing: boolean;
}

/** The reasons behind the answer: options, both losses in detail, and the bridge between them. */
export function ReportBody({ report, parts, isOld, isComputing }: ReportBodyProps) {
  const { source, evaluation } = report;
  return (
    <div class="report" aria-busy={isComputing}>
      {!isOld && <OptionsBar key={`${source.uri} ${evaluation.pair}`} report={report} store={parts.store} />}
      <div class="columns">
        <LossCard loss="crossEntropyLoss" {...parts} />
        <LossCard loss="nllLoss" {...parts} />
      </div>
      <Bridge {...parts} />
    </div>
  );
}
