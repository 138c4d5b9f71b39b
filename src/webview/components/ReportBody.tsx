import type { Report, Snapshot, Store } from '../store';
import { strings } from '../strings';
import { samplesOf, tensorOf } from '../view/samples';
import { Bridge } from './Bridge';
import { LossCard } from './LossCard';
import { Notice } from './Notice';
import { OptionsBar } from './OptionsBar';

interface ReportBodyProps {
  readonly report: Report;
  /** True when the present text has no losses and this report is of an earlier one. */
  readonly isOld: boolean;
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/** The answer: options, the two losses side by side, and the bridge between them. */
export function ReportBody({ report, isOld, snapshot, store }: ReportBodyProps) {
  const { evaluation, source } = report;
  const input = tensorOf(evaluation.tensors, 'input');
  if (!evaluation.losses || !input) return null;
  const samples = samplesOf(input.tensor.shape);
  const sample = Math.max(0, Math.min(snapshot.sample, samples.count - 1));
  const shared = {
    evaluation,
    input,
    target: tensorOf(evaluation.tensors, 'target'),
    samples,
    sample,
    store,
  };
  return (
    <div class={isOld ? 'report is-old' : 'report'} aria-busy={snapshot.isComputing}>
      {isOld ? (
        <Notice text={strings.problems.lastGood(strings.source(source.label, source.line))} />
      ) : (
        <OptionsBar key={`${source.uri} ${evaluation.pair}`} report={report} store={store} />
      )}
      <div class="columns">
        <LossCard loss="crossEntropyLoss" {...shared} />
        <LossCard loss="nllLoss" {...shared} />
      </div>
      <Bridge {...shared} />
    </div>
  );
}
